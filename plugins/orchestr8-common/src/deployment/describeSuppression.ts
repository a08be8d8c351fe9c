import { minuteOf } from './minuteOf';
import { AlertObservation } from './Observation';

/**
 * Why nobody is told of an alert, as half a sentence: `silenced by jane until
 * 2026-01-01 10:00 UTC: known`.
 *
 * @public
 */
export function describeSuppression(
  suppression: NonNullable<AlertObservation['suppression']>,
): string {
  const { kind, by, until, reason } = suppression;
  return [
    kind,
    by ? ` by ${by}` : '',
    until ? ` until ${minuteOf(until)}` : '',
    reason ? `: ${reason}` : '',
  ].join('');
}
