import { ClusterError } from '../adapters/ClusterError';
import { isOf } from '../adapters/definedKinds';
import { Execution } from './Execution';

/** A refusal as one that passes, while servers may still go by a definition that has just changed. */
export function whileSettling(
  { settling }: Pick<Execution, 'settling'>,
  error: unknown,
): unknown {
  if (!(error instanceof ClusterError) || !settling) return error;
  const { object, cluster, status, reason } = error;
  const isAmong = (kinds: typeof settling.kinds) =>
    object !== undefined && kinds.some(kind => isOf(kind, object));
  const mayPass =
    Date.now() < settling.until &&
    ((reason === 'not-found' && isAmong(settling.kinds)) ||
      (reason === 'invalid' && isAmong(settling.changed)));
  return mayPass
    ? new ClusterError(error.message, {
        ...{ cluster, status, object, cause: error },
        reason: 'server',
      })
    : error;
}
