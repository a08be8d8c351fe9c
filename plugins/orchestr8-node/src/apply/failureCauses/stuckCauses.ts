import { containerStatuses } from '../../observe/health/podHealth';
import { eventLine, eventsOf, refOf } from '../Workload';
import { FailureCause } from './FailureCause';

const NO_BALANCER =
  'See what the cloud says in the message (its quota, subnets, annotations), or use `type: ClusterIP` behind the Ingress.';

/** Nothing is refused, and nothing moves. */
export const stuckCauses: readonly FailureCause[] = [
  {
    cause: 'load-balancer',
    means: 'The cloud gives a Service no load balancer.',
    sign: 'An event `SyncLoadBalancerFailed` about a Service that waits for its address.',
    remedy: NO_BALANCER,
    graceMs: 30_000,
    find: workload => {
      const { object } = workload;
      if (object.kind !== 'Service') return undefined;
      const event = eventsOf(workload, ['SyncLoadBalancerFailed']).at(-1);
      if (!event) return undefined;
      return {
        object: refOf(object),
        message: `Service ${object.metadata.name} gets no load balancer: ${event.message}`,
        evidence: [eventLine(event)],
        remedy: NO_BALANCER,
      };
    },
  },
  {
    // It may come round: this only tells why when time is up.
    cause: 'readiness-probe',
    means: 'A container runs, and its readiness probe does not succeed.',
    sign: 'A container runs and is not ready, with an event `Unhealthy` about its pod.',
    remedy: notReady('NAME'),
    graceMs: Infinity,
    find: workload => {
      for (const pod of workload.pods) {
        const event = eventsOf(workload, ['Unhealthy'], pod).at(-1);
        const container = containerStatuses(pod).find(
          ({ state, ready }) => state?.running && !ready,
        );
        if (!event || !container) continue;
        return {
          object: refOf(pod),
          message: `Pod ${pod.metadata.name}: Container ${container.name} runs and is not ready yet: ${event.message}`,
          evidence: [eventLine(event)],
          remedy: notReady(
            pod.metadata.labels?.['orchestr8.io/module'] ?? 'NAME',
          ),
        };
      }
      return undefined;
    },
  },
];

function notReady(module: string): string {
  return `See what the probe asks for: its path and port in \`spec.monitoring.healthChecks\`, and what the program answers there: \`o8 module logs ${module}\`.`;
}
