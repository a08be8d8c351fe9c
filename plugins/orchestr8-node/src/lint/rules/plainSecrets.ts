import { findingAbout, LintRule } from '../LintRule';

/** A Secret among the files is none; where the module names a manager, the policy gate refuses it. */
export const plainSecrets: LintRule = (manifests, { module }) =>
  module.spec.security.secretsManager !== 'none'
    ? []
    : manifests.flatMap(manifest => {
        const { kind, apiVersion, data, stringData } = manifest.object;
        const isPlain =
          kind === 'Secret' &&
          apiVersion === 'v1' &&
          Object.keys({ ...data, ...stringData }).length > 0;
        if (!isPlain) {
          return [];
        }
        return [
          findingAbout(manifest, {
            code: 'O8315',
            path: stringData ? 'stringData' : 'data',
            message:
              "The Secret's data stands in plain text among the module's files.",
            hint: 'Declare `spec.security.secretsManager` and list the Secret under `spec.secrets`.',
          }),
        ];
      });
