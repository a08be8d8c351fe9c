import { ClusterError } from '../../adapters/ClusterError';
import { describeSource, LogSource } from './LogSource';

/** Why a log cannot be read, in words for people. */
export function describeFailure(
  source: LogSource,
  error: ClusterError,
): string {
  const who = describeSource(source);
  if (/waiting to start/.test(error.message)) {
    return `The ${who} has not started yet`;
  }
  if (/previous terminated container/.test(error.message)) {
    return `The ${who} has not been restarted: it has no log from before`;
  }
  return `The log of ${who} cannot be read: ${error.message}`;
}

/** What was written before a log was begun anew is not to be had. */
export function describeLoss(source: LogSource): string {
  return `Lines of ${describeSource(
    source,
  )} may be missing here: its log was begun anew before it had been read to its end`;
}

/** The container has not begun, or its pod has gone: nothing to be said, it will be tried again. */
export function isNotThere(error: ClusterError): boolean {
  return error.reason === 'not-found' || error.reason === 'invalid';
}
