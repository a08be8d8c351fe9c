import { forEachObject } from '../forEachObject';

/** With a secrets manager no Secret stands in plain text among the module's files. */
export const plainSecrets = forEachObject(
  'plain-secret',
  (object, { module }) => {
    const { data, stringData } = object as {
      data?: object;
      stringData?: object;
    };
    const holdsData =
      object.kind === 'Secret' &&
      object.apiVersion === 'v1' &&
      Object.keys({ ...data, ...stringData }).length > 0;
    if (!holdsData) {
      return [];
    }
    const manager = module.spec.security.secretsManager;
    return [
      {
        path: 'data',
        message:
          manager === 'none'
            ? "The Secret's data stands in plain text among the module's files."
            : `The Secret's data stands in plain text, though the module's secrets come from ${manager}.`,
        remedy:
          manager === 'none'
            ? 'Declare spec.security.secretsManager and spec.secrets.'
            : 'Remove the Secret and list it under spec.secrets.',
        ...(manager === 'none'
          ? { allowed: { reason: 'the module declares no secrets manager' } }
          : {}),
      },
    ];
  },
);
