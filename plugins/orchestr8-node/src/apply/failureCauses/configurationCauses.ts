import { eventLine, eventsOf, refOf, Workload } from '../Workload';
import { FailureCause, Finding } from './FailureCause';
import { stuckContainer } from './stuckContainer';

/** What the container needs to start is not there or does not fit. */
export const configurationCauses: readonly FailureCause[] = [
  {
    cause: 'container-configuration',
    graceMs: 10_000,
    find: workload =>
      findStuck(workload, ['CreateContainerConfigError'], said => {
        const absent = /(secret|configmap) "([^"]+)" not found/i.exec(said);
        if (absent) {
          return `Make the ${
            absent[1].toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap'
          } ${
            absent[2]
          } in this namespace (a Secret: declare it in \`spec.secrets\`), or correct its name.`;
        }
        const key = /couldn't find key (\S+)/i.exec(said);
        if (key) return `Add the key ${key[1]}, or correct its name.`;
        if (/runAsNonRoot|non-root|run as root/i.test(said)) {
          return 'The image wants to run as root: give it a numeric user (`USER 10001` in its Dockerfile, or `runAsUser`).';
        }
        return 'Correct what the message names, then deploy again.';
      }),
  },
  {
    cause: 'container-start',
    graceMs: 10_000,
    find: workload =>
      findStuck(
        workload,
        ['CreateContainerError', 'RunContainerError'],
        () =>
          'The container cannot be started as it is described: check its command, its mounts and its security context.',
      ),
  },
  {
    cause: 'volume-mount',
    graceMs: 30_000,
    find: workload => {
      for (const pod of workload.pods) {
        if (pod.status?.phase !== 'Pending') continue;
        const event = eventsOf(
          workload,
          ['FailedMount', 'FailedAttachVolume'],
          pod,
        ).at(-1);
        if (!event) continue;
        return {
          object: refOf(pod),
          message: `A volume of Pod ${pod.metadata.name} cannot be mounted: ${event.message}`,
          evidence: [eventLine(event)],
          remedy:
            'Check that the Secret, ConfigMap or claim behind the volume exists in this namespace.',
        };
      }
      return undefined;
    },
  },
];

function findStuck(
  workload: Workload,
  reasons: readonly string[],
  remedy: (said: string) => string,
): Finding | undefined {
  const stuck = stuckContainer(workload, reasons);
  if (!stuck) return undefined;
  const { pod, container, reason } = stuck;
  const said = container.state?.waiting?.message ?? '';
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
    remedy: remedy(said),
  };
}
