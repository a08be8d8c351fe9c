import { containersOf } from '../containersOf';
import { findingAbout, LintRule } from '../LintRule';

/** What cannot write to its own programs cannot be made another program. */
export const writableRoots: LintRule = manifests =>
  containersOf(manifests)
    .filter(
      ({ pod, securityContext }) =>
        !pod.windows && securityContext.readOnlyRootFilesystem !== true,
    )
    .map(({ manifest, path, name }) =>
      findingAbout(manifest, {
        code: 'O8314',
        path: `${path}.securityContext.readOnlyRootFilesystem`,
        message: `The root file system of container "${name}" can be written to.`,
        hint: 'Set `readOnlyRootFilesystem: true`, and mount an emptyDir where it must write, such as /tmp.',
      }),
    );
