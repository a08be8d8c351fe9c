import { CauseWords } from './FailureCause';

/** What ends a deployment and is found neither in an object nor in a refusal; each is thrown where it is found. */
export const OTHER_CAUSES: readonly CauseWords[] = [
  {
    cause: 'autoscaled-replicas',
    means: 'The chart sets the number of replicas that an autoscaler decides.',
    sign: 'Only `spec.replicas` is in conflict, and an autoscaler manages it.',
    remedy:
      'Leave `replicas` out of the chart and its overlays. Nothing is overwritten.',
  },
  {
    cause: 'deletion-stuck',
    means: 'An object that has to go does not go.',
    sign: 'It bears a time of deletion and finalizers until the time is up.',
    remedy:
      'See that the controllers of its finalizers run, and what they wait for; if one is gone for good, an administrator takes its finalizer off. Then do it again.',
  },
  {
    cause: 'internal',
    means: 'The portal met a fault of its own, or of its database.',
    sign: 'Something went wrong that no other cause knows; the words are in the log of the portal, for they may hold anything.',
    remedy:
      'Look at the log of the portal for the cause, then make a new plan and deploy again.',
  },
  {
    cause: 'namespace-terminating',
    means: 'The namespace is being deleted.',
    sign: 'The namespace bears a time of deletion until the time is up.',
    remedy: 'Deploy again when it is gone.',
  },
  {
    cause: 'older-record',
    means:
      'The cluster has seen newer deployments of the module than the portal has on record.',
    sign: 'The fence of the namespace holds a later epoch than the run, though nobody took its claim.',
    remedy:
      'Either another portal deploys the same module there: let only one of them. Or the database of this portal was put back to an earlier state: look at what runs there, then make a new plan and deploy it; the portal goes on from what the cluster has seen.',
  },
  {
    cause: 'other-cluster',
    means:
      'The kubeconfig leads to another cluster than the one that is meant.',
    sign: 'The cluster is another one than when the plan was made.',
    remedy:
      'Correct the kubeconfig of the cluster; or, if the cluster was made anew, make a new plan.',
  },
  {
    cause: 'refused',
    means: 'The plan itself says that it may not be carried out.',
    sign: 'It holds a refusal that nobody gave leave for.',
    remedy: 'Clear what the evidence names, then plan again.',
  },
  {
    cause: 'stale-plan',
    means: 'The world has moved since the plan was made.',
    sign: 'An object that the plan changes is no longer as the plan has seen it.',
    remedy: 'Make a new plan, look at it, and deploy that.',
  },
  {
    cause: 'timeout',
    means: 'Not everything is well in the time that the environment gives.',
    sign: 'No other cause is certain when the time is up; the likeliest is said.',
    remedy:
      'See what the pods wait for (their log, their readiness probe); if they only need longer, raise `timeout` of the environment. What has been applied is kept.',
  },
];
