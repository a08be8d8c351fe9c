import { eventLine, eventsOf, refOf, Workload } from '../Workload';
import { FailureCause, Finding } from './FailureCause';

/** A volume of the pod cannot be had: the kubelet and the attacher say so in events only. */
export const volumeCauses: readonly FailureCause[] = [
  volume(
    'missing-secret',
    /secret "([^"]+)" not found/i,
    name =>
      `Make the Secret ${name} in this namespace (declare it in \`spec.secrets\`), or correct its name.`,
  ),
  volume(
    'missing-config-map',
    /configmap "([^"]+)" not found/i,
    name =>
      `Make the ConfigMap ${name} in this namespace: add it to the chart, or correct its name.`,
  ),
  volume(
    'missing-key',
    /references non-existent (?:secret|config) key: (\S+)/i,
    key => `Add the key ${key}, or correct its name.`,
  ),
  volume(
    'volume-elsewhere',
    /Multi-Attach error/i,
    () =>
      'The volume is still attached to the node of another pod: let that pod end first (a Deployment with such a volume needs `strategy: Recreate`), or use a volume that many nodes may mount.',
  ),
  volume(
    'volume-mount',
    /^/,
    () =>
      'Check that the Secret, ConfigMap or claim behind the volume exists in this namespace, and that its driver runs on the node.',
  ),
];

function volume(
  cause: string,
  pattern: RegExp,
  remedy: (named: string) => string,
): FailureCause {
  return {
    cause,
    graceMs: 30_000,
    find: workload => findVolume(workload, pattern, remedy),
  };
}

function findVolume(
  workload: Workload,
  pattern: RegExp,
  remedy: (named: string) => string,
): Finding | undefined {
  for (const pod of workload.pods) {
    if (pod.status?.phase !== 'Pending') continue;
    const event = eventsOf(
      workload,
      ['FailedMount', 'FailedAttachVolume'],
      pod,
    ).at(-1);
    const match = event && pattern.exec(event.message);
    if (!match) continue;
    return {
      object: refOf(pod),
      message: `A volume of Pod ${pod.metadata.name} cannot be mounted: ${event.message}`,
      evidence: [eventLine(event)],
      remedy: remedy(match[1] ?? ''),
    };
  }
  return undefined;
}
