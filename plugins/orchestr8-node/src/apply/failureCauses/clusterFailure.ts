import {
  DeploymentFailure,
  formatObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterError, ClusterErrorReason } from '../../adapters/ClusterError';
import { grantOf, missingRight } from './missingRight';

type Words = { cause: string; remedy: (error: ClusterError) => string };

const BY_REASON: Record<ClusterErrorReason, Words> = {
  unreachable: {
    cause: 'cluster-unreachable',
    remedy: () =>
      'Check that the cluster runs and that the portal can reach its address, then deploy again: what is there already is kept.',
  },
  timeout: {
    cause: 'cluster-unreachable',
    remedy: () => 'The cluster answers too slowly; deploy again when it does.',
  },
  throttled: {
    cause: 'cluster-unreachable',
    remedy: () => 'The cluster is overloaded; deploy again when it is not.',
  },
  server: {
    cause: 'cluster-error',
    remedy: () =>
      'The API server (or a webhook that it asks) failed; its message says which. Deploy again when that is mended.',
  },
  unauthorized: {
    cause: 'credentials',
    remedy: () =>
      'The portal’s credentials for this cluster are not accepted (any more): renew its kubeconfig.',
  },
  'other-cluster': {
    cause: 'other-cluster',
    remedy: () =>
      'Correct the kubeconfig of the cluster; or, if the cluster was made anew, its identity in the configuration, and plan again.',
  },
  forbidden: {
    cause: 'forbidden',
    remedy: ({ message }) => {
      const right = missingRight(message);
      return right
        ? grantOf(right)
        : 'Give the portal’s account in this cluster that right.';
    },
  },
  quota: {
    cause: 'quota',
    remedy: () =>
      'The namespace has used up its quota: ask for less, or have the ResourceQuota raised.',
  },
  conflict: {
    cause: 'conflict',
    remedy: error =>
      error.conflicts?.length
        ? `Either leave ${error.conflicts
            .map(c => c.field)
            .join(', ')} out of the chart, or let ${[
            ...new Set(error.conflicts.map(c => `"${c.manager}"`)),
          ].join(', ')} give it up. Nothing is overwritten.`
        : 'Somebody else changed the object at the same time: plan again.',
  },
  invalid: {
    cause: 'invalid',
    remedy: error =>
      /immutable/.test(error.message)
        ? 'That field cannot be changed once it is there: give the object a new name, or delete it first.'
        : 'Correct the field that the message names.',
  },
  'not-found': {
    cause: 'not-found',
    remedy: error =>
      /does not know the kind/.test(error.message)
        ? 'Install what brings that kind into the cluster, or leave the object out of the chart.'
        : 'Something that the object needs is not there: see the message, then deploy again.',
  },
};

/** Refusals that come under several reasons and are told by their words. */
const BY_WORDS: readonly [RegExp, Words][] = [
  [
    /violates PodSecurity/,
    {
      cause: 'pod-security',
      remedy: () =>
        'Bring the pod up to the Pod Security Standard, or declare a lower one in `spec.security.podSecurityStandard`.',
    },
  ],
  [
    /admission webhook .* denied|ValidatingAdmissionPolicy/,
    {
      cause: 'admission',
      remedy: () =>
        'A rule of the cluster refuses the object: do as its message says, or ask who runs the cluster.',
    },
  ],
  [
    /attempting to grant RBAC permissions not currently held/,
    {
      cause: 'rights-escalation',
      remedy: () =>
        'A Role of the module gives more than its deployer has itself: take the rules that the message names out of `config/rbac.yaml`, or have an administrator give them to the deployer first.',
    },
  ],
  [
    /being terminated/,
    {
      cause: 'namespace-terminating',
      remedy: () =>
        'The namespace is being deleted: deploy again when it is gone.',
    },
  ],
];

/** A refused or failed call to the cluster, as the failure of a deployment. */
export function clusterFailure(error: ClusterError): DeploymentFailure {
  const told = BY_WORDS.find(([pattern]) => pattern.test(error.message));
  const { cause, remedy } = told?.[1] ?? BY_REASON[error.reason];
  return {
    cause,
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
