import { createColors } from 'picocolors';
import {
  AlertObservation,
  ChangeAction,
  DeploymentState,
  HealthStatus,
  Severity,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** Colours by meaning. Every colour has a word or a symbol beside it, so that nothing is lost without colour. */
export interface Style {
  bold(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
}

/** The style with or without colour. */
export function styleOf(options: { colour: boolean }): Style {
  const colours = createColors(options.colour);
  return {
    bold: colours.bold,
    faint: colours.dim,
    good: colours.green,
    bad: colours.red,
    warn: colours.yellow,
  };
}

/** Any closed set of words → how much it should worry. */
const TONES: Record<
  | HealthStatus
  | DeploymentState
  | Severity
  | ChangeAction
  | AlertObservation['state']
  | 'critical',
  'good' | 'bad' | 'warn' | 'faint'
> = {
  Healthy: 'good',
  Suspended: 'faint',
  Progressing: 'warn',
  Missing: 'faint',
  Degraded: 'bad',
  Unknown: 'warn',
  queued: 'faint',
  running: 'warn',
  succeeded: 'good',
  failed: 'bad',
  cancelled: 'faint',
  superseded: 'faint',
  'rolled-back': 'warn',
  error: 'bad',
  warning: 'warn',
  info: 'faint',
  critical: 'bad',
  create: 'good',
  update: 'warn',
  unchanged: 'faint',
  delete: 'bad',
  skip: 'faint',
  inactive: 'good',
  pending: 'warn',
  firing: 'bad',
  unknown: 'warn',
};

/** Colours one of the product's own words by its meaning. */
export function toned(
  word: keyof typeof TONES,
  style: Style,
  options: { text?: string } = {},
): string {
  return style[TONES[word]](options.text ?? word);
}
