import { containerStatuses } from '../../observe/health/podHealth';
import { eventLine, eventsOf, refOf } from '../Workload';
import { FailureCause } from './FailureCause';

/** Nothing is refused, and nothing moves. */
export const stuckCauses: readonly FailureCause[] = [
  {
    cause: 'load-balancer',
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
        remedy:
          'See what the cloud says in the message (its quota, subnets, annotations), or use `type: ClusterIP` behind the Ingress.',
      };
    },
  },
  {
    // It may come round: this only tells why when time is up.
    cause: 'readiness-probe',
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
          remedy: `See what the probe asks for: its path and port in \`spec.monitoring.healthChecks\`, and what the program answers there: \`o8 module logs ${
            pod.metadata.labels?.['orchestr8.io/module'] ?? 'NAME'
          }\`.`,
        };
      }
      return undefined;
    },
  },
];
