import { conditionOf } from '../../observe/health/HealthRule';
import { eventLine, eventsOf, refOf } from '../Workload';
import { FailureCause } from './FailureCause';

/** What the scheduler said → what to do. */
const REMEDIES: readonly [RegExp, string][] = [
  [
    /unbound immediate PersistentVolumeClaims|persistentvolumeclaim/i,
    'A volume that it asks for is not there: check the claim and its storage class.',
  ],
  [
    /Insufficient (cpu|memory)/i,
    'The nodes have not enough room: lower `spec.resources.requests` or the replicas, or add nodes.',
  ],
  [
    /Insufficient/i,
    'No node offers a resource that it asks for: check the resources of the containers.',
  ],
  [
    /untolerated taint/i,
    'The nodes keep it away by a taint: add a toleration, or free a node of the taint.',
  ],
  [
    /node affinity|node selector|didn't match Pod's node/i,
    'No node has the labels that it asks for: check nodeSelector and affinity.',
  ],
  [
    /anti-affinity|topology spread/i,
    'Its rules about which pods may be together leave no node: loosen them or add nodes.',
  ],
  [
    /no nodes available|0\/0 nodes/i,
    'The cluster has no node that takes pods: add one.',
  ],
];

/** No node takes the pod, and nothing is being done about it. */
export const schedulingCauses: readonly FailureCause[] = [
  {
    cause: 'unschedulable',
    graceMs: 20_000,
    find: workload => {
      for (const pod of workload.pods) {
        const scheduled = conditionOf(pod, 'PodScheduled');
        if (scheduled?.reason !== 'Unschedulable') continue;
        // Room is being made: by another pod that goes, or by a new node.
        if (pod.status?.nominatedNodeName) continue;
        if (eventsOf(workload, ['TriggeredScaleUp'], pod).length) continue;
        const said = scheduled.message ?? '';
        return {
          object: refOf(pod),
          message: `No node takes Pod ${pod.metadata.name}: ${said}`,
          evidence: [
            `Pod ${pod.metadata.name}: Unschedulable: ${said}`,
            ...eventsOf(workload, ['FailedScheduling'], pod)
              .slice(-1)
              .map(eventLine),
          ],
          remedy:
            REMEDIES.find(([pattern]) => pattern.test(said))?.[1] ??
            'Check what the pod asks of a node: resources, nodeSelector, affinity, tolerations.',
        };
      }
      return undefined;
    },
  },
];
