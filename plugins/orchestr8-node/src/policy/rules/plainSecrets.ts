import { forEachObject } from '../forEachObject';

/** With a secrets manager no Secret stands in plain text among the module's files; without one lint warns. */
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
    const manager = module.spec.security.secretsManager;
    if (!holdsData || manager === 'none') {
      return [];
    }
    return [
      {
        path: 'data',
        message: `The Secret's data stands in plain text, though the module's secrets come from ${manager}.`,
        remedy: 'Remove the Secret and list it under spec.secrets.',
      },
    ];
  },
);
