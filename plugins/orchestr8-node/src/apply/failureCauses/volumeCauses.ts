import { eventLine, eventsOf, refOf, Workload } from '../Workload';
import { FailureCause, Finding } from './FailureCause';
import { oneOf, saying } from './signs';

const REASONS = ['FailedMount', 'FailedAttachVolume'];

/** A volume of the pod cannot be had: the kubelet and the attacher say so in events only. */
export const volumeCauses: readonly FailureCause[] = [
  volume({
    cause: 'missing-secret',
    means: 'A Secret that the pod needs is not in its namespace.',
    pattern: /secret "([^"]+)" not found/i,
    remedy: name =>
      `Make the Secret ${name} in this namespace (declare it in \`spec.secrets\`), or correct its name.`,
  }),
  volume({
    cause: 'missing-config-map',
    means: 'A ConfigMap that the pod needs is not in its namespace.',
    pattern: /configmap "([^"]+)" not found/i,
    remedy: name =>
      `Make the ConfigMap ${name} in this namespace: add it to the chart, or correct its name.`,
  }),
  volume({
    cause: 'missing-key',
    means: 'A Secret or ConfigMap has not got the key that the pod asks for.',
    pattern: /references non-existent (?:secret|config) key: (\S+)/i,
    remedy: key => `Add the key ${key}, or correct its name.`,
  }),
  volume({
    cause: 'volume-elsewhere',
    means: 'A volume is still attached to another node.',
    pattern: /Multi-Attach error/i,
    remedy: () =>
      'The volume is still attached to the node of another pod: let that pod end first (a Deployment with such a volume needs `strategy: Recreate`), or use a volume that many nodes may mount.',
  }),
  volume({
    cause: 'volume-mount',
    means: 'A volume cannot be attached or mounted.',
    pattern: /^/,
    remedy: () =>
      'Check that the Secret, ConfigMap or claim behind the volume exists in this namespace, and that its driver runs on the node.',
  }),
];

interface VolumeCause {
  cause: string;
  means: string;
  pattern: RegExp;
  remedy: (named: string) => string;
}

function volume(told: VolumeCause): FailureCause {
  const { cause, means, pattern, remedy } = told;
  return {
    cause,
    means,
    sign: `A pod does not start, with an event ${oneOf(REASONS)}${saying(
      pattern,
    )}.`,
    remedy: remedy('NAME'),
    graceMs: 30_000,
    find: workload => findVolume(workload, told),
  };
}

function findVolume(
  workload: Workload,
  told: VolumeCause,
): Finding | undefined {
  for (const pod of workload.pods) {
    if (pod.status?.phase !== 'Pending') continue;
    const event = eventsOf(workload, REASONS, pod).at(-1);
    const match = event && told.pattern.exec(event.message);
    if (!match) continue;
    return {
      object: refOf(pod),
      message: `A volume of Pod ${pod.metadata.name} cannot be mounted: ${event.message}`,
      evidence: [eventLine(event)],
      remedy: told.remedy(match[1] ?? ''),
    };
  }
  return undefined;
}
