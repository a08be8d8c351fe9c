import { refOf, Workload } from '../Workload';
import { FailureCause, Finding } from './FailureCause';
import { stuckContainer } from './stuckContainer';

const REFUSED = ['CreateContainerConfigError'];

/** What the container needs to start is not there or does not fit. */
export const configurationCauses: readonly FailureCause[] = [
  stuck(
    'missing-secret',
    { reasons: REFUSED, pattern: /secret "([^"]+)" not found/i },
    name =>
      `Make the Secret ${name} in this namespace (declare it in \`spec.secrets\`), or correct its name.`,
  ),
  stuck(
    'missing-config-map',
    { reasons: REFUSED, pattern: /configmap "([^"]+)" not found/i },
    name =>
      `Make the ConfigMap ${name} in this namespace: add it to the chart, or correct its name.`,
  ),
  stuck(
    'missing-key',
    { reasons: REFUSED, pattern: /couldn't find key (\S+)/i },
    key => `Add the key ${key}, or correct its name.`,
  ),
  stuck(
    'runs-as-root',
    { reasons: REFUSED, pattern: /runAsNonRoot|non-root|run as root/i },
    () =>
      'The image wants to run as root: give it a numeric user (`USER 10001` in its Dockerfile, or `runAsUser`).',
  ),
  stuck(
    'container-configuration',
    { reasons: REFUSED, pattern: /^/ },
    () => 'Correct what the message names, then deploy again.',
  ),
  stuck(
    'container-start',
    { reasons: ['CreateContainerError', 'RunContainerError'], pattern: /^/ },
    () =>
      'The container cannot be started as it is described: check its command, its mounts and its security context.',
  ),
];

function stuck(
  cause: string,
  when: { reasons: readonly string[]; pattern: RegExp },
  remedy: (named: string) => string,
): FailureCause {
  return {
    cause,
    graceMs: 10_000,
    find: workload => findStuck(workload, when, remedy),
  };
}

function findStuck(
  workload: Workload,
  when: { reasons: readonly string[]; pattern: RegExp },
  remedy: (named: string) => string,
): Finding | undefined {
  const found = stuckContainer(workload, when.reasons);
  if (!found) return undefined;
  const { pod, container, reason } = found;
  const said = container.state?.waiting?.message ?? '';
  const match = when.pattern.exec(said);
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
    remedy: remedy(match[1] ?? ''),
  };
}
