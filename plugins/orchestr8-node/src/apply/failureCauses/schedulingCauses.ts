import { conditionOf } from '../../observe/health/HealthRule';
import { eventLine, eventsOf, refOf, Workload } from '../Workload';
import { FailureCause, Finding } from './FailureCause';
import { saying } from './signs';

/** No node takes the pod, and nothing is being done about it. What the scheduler said tells why. */
export const schedulingCauses: readonly FailureCause[] = [
  unschedulable({
    cause: 'missing-claim',
    means: 'The pod asks for a claim that is not in its namespace.',
    pattern: /persistentvolumeclaim "?[^" ]+"? not found/i,
    remedy:
      'It asks for a claim that is not in its namespace: add the PersistentVolumeClaim to the chart, or correct its name.',
  }),
  unschedulable({
    cause: 'unbound-claim',
    means: 'No volume is bound to the claim of the pod.',
    pattern:
      /unbound immediate PersistentVolumeClaims|didn't find available persistent volumes/i,
    remedy:
      'No volume is bound to its claim: check the claim’s storage class, size and access mode; `kubectl describe pvc` says what its provisioner waits for.',
  }),
  unschedulable({
    cause: 'volume-zone',
    means: 'The volume of the pod is where no node takes it.',
    pattern: /volume node affinity conflict|PersistentVolume's node affinity/i,
    remedy:
      'Its volume is in another zone than the nodes with room: free a node there, or make the claim anew with `volumeBindingMode: WaitForFirstConsumer`.',
  }),
  unschedulable({
    cause: 'claim-in-use',
    means: 'Another pod uses the claim, which lets in one at a time.',
    pattern: /ReadWriteOncePod access mode already in-use/i,
    remedy:
      'Another pod has its claim, and only one may (ReadWriteOncePod): run one replica with `strategy: Recreate`, or use a claim that many may use.',
  }),
  unschedulable({
    cause: 'no-nodes',
    means: 'The cluster has no nodes.',
    pattern: /no nodes available|0\/0 nodes/i,
    remedy: 'The cluster has no node that takes pods: add one.',
  }),
  unschedulable({
    cause: 'no-room',
    means: 'The nodes have not enough room for the pod.',
    pattern: /Insufficient (cpu|memory|ephemeral-storage)|Too many pods/i,
    remedy:
      'The nodes have not enough room: lower `spec.resources.requests` or the replicas, or add nodes.',
  }),
  unschedulable({
    cause: 'no-such-resource',
    means: 'No node offers a resource that the pod asks for.',
    pattern: /Insufficient/i,
    remedy:
      'No node offers a resource that it asks for: check the resources of the containers, and the device plugin that brings them.',
  }),
  unschedulable({
    cause: 'port-taken',
    means: 'The port that the pod wants on its node is taken on all nodes.',
    pattern: /free ports/i,
    remedy:
      'On every node another pod has that `hostPort`: leave it out and use a Service, or run fewer pods than nodes.',
  }),
  unschedulable({
    cause: 'pods-apart',
    means: 'The rules about which pods may be together leave no node.',
    pattern: /anti-affinity|topology spread|pod affinity rules/i,
    remedy:
      'Its rules about which pods may be together leave no node: loosen them, lower the replicas, or add nodes.',
  }),
  unschedulable({
    cause: 'node-selector',
    means: 'No node has the labels that the pod asks for.',
    pattern: /node affinity|node selector|didn't match Pod's node/i,
    remedy:
      'No node has the labels that it asks for: check nodeSelector and affinity.',
  }),
  unschedulable({
    cause: 'node-taint',
    means: 'The nodes keep the pod away by a taint.',
    pattern: /untolerated taint/i,
    remedy:
      'The nodes keep it away by a taint: add a toleration, or free a node of the taint.',
  }),
  unschedulable({
    cause: 'node-closed',
    means: 'The nodes are closed to new pods.',
    pattern: /were unschedulable/i,
    remedy:
      'The nodes are closed to new pods: `kubectl uncordon` one, or add nodes.',
  }),
  unschedulable({
    cause: 'unschedulable',
    means: 'No node takes the pod for another reason.',
    pattern: /^/,
    remedy:
      'Check what the pod asks of a node: resources, nodeSelector, affinity, tolerations.',
  }),
];

interface PendingCause {
  cause: string;
  means: string;
  pattern: RegExp;
  remedy: string;
}

function unschedulable(told: PendingCause): FailureCause {
  const { pattern, ...words } = told;
  return {
    ...words,
    sign: `The scheduler says \`Unschedulable\` of a pod${saying(
      pattern,
    )}; no other pod makes room, and no node is on its way.`,
    graceMs: 20_000,
    find: workload => findPending(workload, told),
  };
}

function findPending(
  workload: Workload,
  { pattern, remedy }: PendingCause,
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
