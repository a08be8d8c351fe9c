import { refOf, Workload } from '../Workload';
import { FailureCause, Finding } from './FailureCause';
import { oneOf, saying } from './signs';
import { stuckContainer } from './stuckContainer';

const REFUSED = ['CreateContainerConfigError'];

/** What the container needs to start is not there or does not fit. */
export const configurationCauses: readonly FailureCause[] = [
  stuck({
    cause: 'missing-secret',
    means: 'A Secret that the pod needs is not in its namespace.',
    pattern: /secret "([^"]+)" not found/i,
    remedy: name =>
      `Make the Secret ${name} in this namespace (declare it in \`spec.secrets\`), or correct its name.`,
  }),
  stuck({
    cause: 'missing-config-map',
    means: 'A ConfigMap that the pod needs is not in its namespace.',
    pattern: /configmap "([^"]+)" not found/i,
    remedy: name =>
      `Make the ConfigMap ${name} in this namespace: add it to the chart, or correct its name.`,
  }),
  stuck({
    cause: 'missing-key',
    means: 'A Secret or ConfigMap has not got the key that the pod asks for.',
    pattern: /couldn't find key (\S+)/i,
    remedy: key => `Add the key ${key}, or correct its name.`,
  }),
  stuck({
    cause: 'runs-as-root',
    means: 'The image runs as root, which the security context forbids.',
    pattern: /runAsNonRoot|non-root|run as root/i,
    remedy: () =>
      'The image wants to run as root: give it a numeric user (`USER 10001` in its Dockerfile, or `runAsUser`).',
  }),
  stuck({
    cause: 'container-configuration',
    means: 'The container asks for something that does not fit.',
    pattern: /^/,
    remedy: () => 'Correct what the message names, then deploy again.',
  }),
  stuck({
    cause: 'container-start',
    means: 'The node cannot make or start the container.',
    reasons: ['CreateContainerError', 'RunContainerError'],
    pattern: /^/,
    remedy: () =>
      'The container cannot be started as it is described: check its command, its mounts and its security context.',
  }),
];

interface StuckCause {
  cause: string;
  means: string;
  /** Reasons with which the container waits; absent: its configuration is refused. */
  reasons?: readonly string[];
  pattern: RegExp;
  remedy: (named: string) => string;
}

function stuck(told: StuckCause): FailureCause {
  const { cause, means, reasons = REFUSED, pattern, remedy } = told;
  return {
    cause,
    means,
    sign: `A container waits with ${oneOf(reasons)}${saying(pattern)}.`,
    remedy: remedy('NAME'),
    graceMs: 10_000,
    find: workload => findStuck(workload, told),
  };
}

function findStuck(workload: Workload, told: StuckCause): Finding | undefined {
  const found = stuckContainer(workload, told.reasons ?? REFUSED);
  if (!found) return undefined;
  const { pod, container, reason } = found;
  const said = container.state?.waiting?.message ?? '';
  const match = told.pattern.exec(said);
  if (!match) return undefined;
  return {
    object: refOf(pod),
    message: `Container ${container.name} of Pod ${
      pod.metadata.name
    } cannot start: ${said || reason}`,
    evidence: [
      `Pod ${pod.metadata.name}, container ${container.name}: ${[reason, said]
        .filter(Boolean)
        .join(': ')}`,
    ],
    remedy: told.remedy(match[1] ?? ''),
  };
}
