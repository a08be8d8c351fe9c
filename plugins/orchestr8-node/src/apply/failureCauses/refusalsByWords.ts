import { ClusterError } from '../../adapters/ClusterError';

/** Name and remedy of a refusal. */
export interface RefusalWords {
  cause: string;
  /** One sentence: what has happened. */
  means: string;
  remedy: (error: ClusterError) => string;
}

/** Refusals that come under several statuses and are told by their words; the first that fits. */
export const REFUSALS_BY_WORDS: readonly (RefusalWords & {
  pattern: RegExp;
})[] = [
  {
    pattern: /violates PodSecurity/,
    cause: 'pod-security',
    means: 'The pods do not meet the Pod Security Standard of the namespace.',
    remedy: () =>
      'Bring the pod up to the Pod Security Standard, or declare a lower one in `spec.security.podSecurityStandard`.',
  },
  {
    pattern: /failed calling webhook/,
    cause: 'webhook-unreachable',
    means: 'A webhook that has to agree cannot be reached.',
    remedy: () =>
      'The API server cannot reach a webhook that has to agree: see that its pods run, or ask who runs the cluster; then deploy again.',
  },
  {
    pattern: /admission webhook .* denied|ValidatingAdmissionPolicy/,
    cause: 'admission',
    means: 'A rule of the cluster refuses the object.',
    remedy: () =>
      'A rule of the cluster refuses the object: do as its message says, or ask who runs the cluster.',
  },
  {
    pattern: /attempting to grant RBAC permissions not currently held/,
    cause: 'rights-escalation',
    means: 'A Role of the module gives more rights than its deployer has.',
    remedy: () =>
      'A Role of the module gives more than its deployer has itself: take the rules that the message names out of `config/rbac.yaml`, or have an administrator give them to the deployer first.',
  },
  {
    pattern: /being terminated/,
    cause: 'namespace-terminating',
    means: 'The namespace is being deleted.',
    remedy: () =>
      'The namespace is being deleted: deploy again when it is gone.',
  },
  {
    pattern: /(maximum|minimum) \S+ usage per|limit to request ratio/,
    cause: 'limit-range',
    means: 'The LimitRange of the namespace does not allow the resources.',
    remedy: () =>
      'The namespace’s LimitRange does not allow these resources: bring `spec.resources` into its bounds, which the message names, or have it changed.',
  },
  {
    pattern:
      /immutable|may not change once set|updates to \S+ spec for fields other than|cannot change roleRef/,
    cause: 'immutable-field',
    means: 'A field is changed that cannot be changed once it is there.',
    remedy: ({ object }) =>
      `That field cannot be changed once it is there: give the ${
        object?.kind ?? 'object'
      } a new name, or delete it first${
        object?.kind === 'PersistentVolumeClaim' ? ' (its data goes too)' : ''
      }.`,
  },
  {
    pattern: /provided (port|IP) is already allocated/,
    cause: 'address-taken',
    means: 'Another Service has the port or the address.',
    remedy: () =>
      'Another Service has that address: leave `nodePort` or `clusterIP` out, and the cluster chooses a free one.',
  },
  {
    pattern:
      /Too long: (may not be more|must have at most)|request is too large|Request entity too large/i,
    cause: 'too-large',
    means: 'An object is larger than the cluster takes.',
    remedy: () =>
      'An object holds 1 MiB at most: split it, or keep large files in a volume or in the image.',
  },
  {
    pattern: /does not know the kind/,
    cause: 'unknown-kind',
    means: 'The cluster does not know the kind of an object.',
    remedy: () =>
      'Install what brings that kind into the cluster, or leave the object out of the chart.',
  },
];
