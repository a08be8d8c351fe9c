import { conditionOf } from '../../observe/health/HealthRule';
import { eventLine, eventsOf, refOf, Workload } from '../Workload';
import { FailureCause, Finding } from './FailureCause';

/** No node takes the pod, and nothing is being done about it. What the scheduler said tells why. */
export const schedulingCauses: readonly FailureCause[] = [
  unschedulable(
    'missing-claim',
    /persistentvolumeclaim "?[^" ]+"? not found/i,
    'It asks for a claim that is not in its namespace: add the PersistentVolumeClaim to the chart, or correct its name.',
  ),
  unschedulable(
    'unbound-claim',
    /unbound immediate PersistentVolumeClaims|didn't find available persistent volumes/i,
    'No volume is bound to its claim: check the claim’s storage class, size and access mode; `kubectl describe pvc` says what its provisioner waits for.',
  ),
  unschedulable(
    'volume-zone',
    /volume node affinity conflict/i,
    'Its volume is in another zone than the nodes with room: free a node there, or make the claim anew with `volumeBindingMode: WaitForFirstConsumer`.',
  ),
  unschedulable(
    'no-nodes',
    /no nodes available|0\/0 nodes/i,
    'The cluster has no node that takes pods: add one.',
  ),
  unschedulable(
    'no-room',
    /Insufficient (cpu|memory|ephemeral-storage)|Too many pods/i,
    'The nodes have not enough room: lower `spec.resources.requests` or the replicas, or add nodes.',
  ),
  unschedulable(
    'no-such-resource',
    /Insufficient/i,
    'No node offers a resource that it asks for: check the resources of the containers, and the device plugin that brings them.',
  ),
  unschedulable(
    'port-taken',
    /free ports/i,
    'On every node another pod has that `hostPort`: leave it out and use a Service, or run fewer pods than nodes.',
  ),
  unschedulable(
    'pods-apart',
    /anti-affinity|topology spread|pod affinity rules/i,
    'Its rules about which pods may be together leave no node: loosen them, lower the replicas, or add nodes.',
  ),
  unschedulable(
    'node-selector',
    /node affinity|node selector|didn't match Pod's node/i,
    'No node has the labels that it asks for: check nodeSelector and affinity.',
  ),
  unschedulable(
    'node-taint',
    /untolerated taint/i,
    'The nodes keep it away by a taint: add a toleration, or free a node of the taint.',
  ),
  unschedulable(
    'node-closed',
    /were unschedulable/i,
    'The nodes are closed to new pods: `kubectl uncordon` one, or add nodes.',
  ),
  unschedulable(
    'unschedulable',
    /^/,
    'Check what the pod asks of a node: resources, nodeSelector, affinity, tolerations.',
  ),
];

function unschedulable(
  cause: string,
  pattern: RegExp,
  remedy: string,
): FailureCause {
  return {
    cause,
    graceMs: 20_000,
    find: workload => findPending(workload, pattern, remedy),
  };
}

function findPending(
  workload: Workload,
  pattern: RegExp,
  remedy: string,
): Finding | undefined {
  for (const pod of workload.pods) {
    const scheduled = conditionOf(pod, 'PodScheduled');
    if (scheduled?.reason !== 'Unschedulable') continue;
    // Room is being made: by another pod that goes, or by a new node.
    if (pod.status?.nominatedNodeName) continue;
    if (eventsOf(workload, ['TriggeredScaleUp'], pod).length) continue;
    const said = scheduled.message ?? '';
    if (!pattern.test(said)) continue;
    return {
      object: refOf(pod),
      message: `No node takes Pod ${pod.metadata.name}: ${said}`,
      evidence: [
        `Pod ${pod.metadata.name}: Unschedulable: ${said}`,
        ...eventsOf(workload, ['FailedScheduling'], pod)
          .slice(-1)
          .map(eventLine),
      ],
      remedy,
    };
  }
  return undefined;
}
