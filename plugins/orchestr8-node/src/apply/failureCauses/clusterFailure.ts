import {
  DeploymentFailure,
  formatObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterError, ClusterErrorReason } from '../../adapters/ClusterError';
import { grantOf, missingRight } from './missingRight';
import { REFUSALS_BY_WORDS, RefusalWords } from './refusalsByWords';

/** By what kind of failure it was; `sign` says what kinds there are. */
export const REFUSALS_BY_REASON: Record<
  ClusterErrorReason,
  RefusalWords & { sign: string }
> = {
  unreachable: {
    cause: 'cluster-unreachable',
    means: 'The cluster does not answer.',
    sign: 'There is no connection to the cluster, or it breaks, whenever it is tried again.',
    remedy: () =>
      'Check that the cluster runs and that the portal can reach its address, then deploy again: what is there already is kept.',
  },
  timeout: {
    cause: 'cluster-unreachable',
    means: 'The cluster does not answer.',
    sign: 'The cluster gives no answer in time.',
    remedy: () => 'The cluster answers too slowly; deploy again when it does.',
  },
  throttled: {
    cause: 'cluster-unreachable',
    means: 'The cluster does not answer.',
    sign: 'The cluster answers 429 whenever it is tried again.',
    remedy: () => 'The cluster is overloaded; deploy again when it is not.',
  },
  server: {
    cause: 'cluster-error',
    means: 'The API server, or something that it asks, has failed.',
    sign: 'The cluster answers with a status from 500 on whenever it is tried again.',
    remedy: () =>
      'The API server (or a webhook that it asks) failed; its message says which. Deploy again when that is mended.',
  },
  unauthorized: {
    cause: 'credentials',
    means: 'The cluster does not accept the portal’s credentials.',
    sign: 'The cluster answers 401.',
    remedy: () =>
      'The portal’s credentials for this cluster are not accepted (any more): renew its kubeconfig.',
  },
  'other-cluster': {
    cause: 'other-cluster',
    means:
      'The kubeconfig leads to another cluster than the one that is meant.',
    sign: 'The UID of the namespace kube-system is another one.',
    remedy: () =>
      'Correct the kubeconfig of the cluster; or, if the cluster was made anew, its identity in the configuration, and plan again.',
  },
  forbidden: {
    cause: 'forbidden',
    means: 'The portal’s account in the cluster lacks a right.',
    sign: 'The cluster answers 403.',
    remedy: ({ message }) => {
      const right = missingRight(message);
      return right
        ? grantOf(right)
        : 'Give the portal’s account in this cluster that right.';
    },
  },
  quota: {
    cause: 'quota',
    means: 'The namespace has used up its quota.',
    sign: 'The cluster answers 403, saying `exceeded quota`.',
    remedy: () =>
      'The namespace has used up its quota: ask for less, or have the ResourceQuota raised.',
  },
  conflict: {
    cause: 'conflict',
    means: 'Somebody else manages a field that the module sets.',
    sign: 'The cluster answers 409.',
    remedy: conflictRemedy,
  },
  invalid: {
    cause: 'invalid',
    means: 'The cluster refuses an object as it is written.',
    sign: 'The cluster answers 400 or 422, or that the object does not fit the schema.',
    remedy: () => 'Correct the field that the message names.',
  },
  'not-found': {
    cause: 'not-found',
    means: 'Something that an object needs is not there.',
    sign: 'The cluster answers 404.',
    remedy: () =>
      'Something that the object needs is not there: see the message, then deploy again.',
  },
};

/** Whoever scales a workload owns its replicas. */
const SCALERS = /^(kube-controller-manager|horizontal-pod-autoscaler|keda.*)$/;

function conflictRemedy({ conflicts = [] }: ClusterError): string {
  if (conflicts.length === 0) {
    return 'Somebody else changed the object at the same time: plan again.';
  }
  const fields = conflicts.map(({ field }) => field).join(', ');
  if (isAutoscaled(conflicts)) {
    return 'An autoscaler decides how many pods run: leave `replicas` out of the chart and its overlays. Nothing is overwritten.';
  }
  const managers = [...new Set(conflicts.map(c => `"${c.manager}"`))].join(
    ', ',
  );
  return `Either leave ${fields} out of the chart, or let ${managers} give it up. Nothing is overwritten.`;
}

function isAutoscaled(conflicts: ClusterError['conflicts'] = []): boolean {
  return (
    conflicts.length > 0 &&
    conflicts.every(
      ({ manager, field }) =>
        field === 'spec.replicas' && SCALERS.test(manager),
    )
  );
}

/** A refused or failed call to the cluster, as the failure of a deployment. */
export function clusterFailure(error: ClusterError): DeploymentFailure {
  const told = REFUSALS_BY_WORDS.find(({ pattern }) =>
    pattern.test(error.message),
  );
  const { cause, remedy } = told ?? REFUSALS_BY_REASON[error.reason];
  return {
    cause: isAutoscaled(error.conflicts) ? 'autoscaled-replicas' : cause,
    message: error.message,
    object: error.object,
    evidence: [
      ...(error.object ? [formatObjectRef(error.object)] : []),
      ...(error.conflicts ?? []).map(
        ({ manager, field }) => `${field} is managed by "${manager}"`,
      ),
      ...(error.status ? [`HTTP ${error.status}`] : []),
    ],
    remedy: remedy(error),
  };
}
