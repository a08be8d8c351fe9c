import { LogSource } from './LogSource';
import { Place, PlacedLine } from './Place';
import { SharedLogs } from './SharedLogs';

/** Which lines of which containers. */
export interface LogQuery {
  /** The logs of the cluster; they are followed once, however many ask. */
  logs: SharedLogs;
  namespace: string;
  module: string;
  /** How many of the newest lines of all pods together; 100, or all where `since` or `after` says from when on. */
  tail?: number;
  /** Goes on with what is written from now on. */
  follow?: boolean;
  /** ISO 8601: nothing before. */
  since?: string;
  /** How far each container has been read before: what comes after follows, whole and nothing twice. */
  after?: (source: LogSource) => Place;
  /** Only containers of this name. */
  container?: string;
  /** Only this pod. */
  pod?: string;
  /** What the containers before their last restart wrote. */
  previous?: boolean;
  /** Only lines in which this regular expression matches. */
  grep?: string;
  signal: AbortSignal;
}

/** Lines in the order of time, or a word about the log itself. */
export type LogPart =
  | { type: 'lines'; lines: readonly PlacedLine[] }
  | {
      type: 'notice';
      message: string;
      /** Lines that are missing at this point. */
      dropped?: number;
    };

export function notice(message: string): LogPart {
  return { type: 'notice', message };
}
