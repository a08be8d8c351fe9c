import {
  AlertObservation,
  ModuleAlert,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** Whose alerts are meant. */
export interface AlertScope {
  module: string;
  namespace: string;
  signal?: AbortSignal;
}

/** How the alerts stand that were asked for. */
export interface AlertAnswer {
  /** One for each that was asked for, in that order; `unknown` where nothing can be said. */
  alerts: AlertObservation[];
  /** What is to be known about the answer, as a sentence. */
  message?: string;
}

/** The port to what knows how alerts stand. */
export interface AlertReader {
  /** What is asked, for people: `Prometheus`. */
  readonly product: string;
  /** Rejects, with the reason as message, when there is no answer. */
  read(
    declared: readonly ModuleAlert[],
    scope: AlertScope,
  ): Promise<AlertAnswer>;
}
