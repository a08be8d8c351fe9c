import { containersOf } from '../containersOf';
import { findingAbout, LintRule } from '../LintRule';

/** A container that may run as root is root on the node for whoever breaks out of it. */
export const rootContainers: LintRule = manifests =>
  containersOf(manifests)
    .filter(({ pod }) => !pod.windows)
    .flatMap(({ manifest, path, name, securityContext, pod }) => {
      const own = { ...pod.securityContext, ...securityContext };
      if (own.runAsUser !== 0 && (own.runAsUser || own.runAsNonRoot)) {
        return [];
      }
      return [
        findingAbout(manifest, {
          code: 'O8313',
          path:
            own.runAsUser === 0 && securityContext.runAsUser !== 0
              ? path.replace(/\.\w+\[\d+\]$/, '.securityContext.runAsUser')
              : `${path}.securityContext.runAsUser`,
          message:
            own.runAsUser === 0
              ? `The container "${name}" runs as root (user 0).`
              : `The container "${name}" runs as root, unless its image says otherwise.`,
          hint: 'Set `runAsNonRoot: true`, and `runAsUser` if the image needs a number, in the security context of the pod.',
        }),
      ];
    });
