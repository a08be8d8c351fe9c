import {
  moduleLabels,
  OWN_PREFIX,
  RESTARTED_AT,
} from '../../render/moduleLabels';
import { podTemplates } from '../../render/podTemplates';
import { forEachObject, Verdict } from '../forEachObject';

/** `orchestr8.io/*` says whose an object is; nobody says it but us. */
export const forgedLabels = forEachObject(
  'forged-labels',
  (object, { module, environment }) => {
    const ours = moduleLabels(module, environment);
    const judge = (
      path: string,
      entries: Record<string, unknown> = {},
    ): Verdict[] =>
      Object.entries(entries)
        .filter(([key]) => key.startsWith(OWN_PREFIX) && key !== RESTARTED_AT)
        .filter(([key, value]) => ours[key] !== value)
        .map(([key, value]) => ({
          path: `${path}[${key}]`,
          message: `It claims ${key}: ${value}; ${
            ours[key]
              ? `here that is "${ours[key]}"`
              : 'that is not for modules to set'
          }.`,
          remedy: `Leave ${OWN_PREFIX}* out; Orchestr8 sets them.`,
        }));
    const { labels, annotations } = object.metadata;
    return [
      ...judge('metadata.labels', labels),
      ...judge('metadata.annotations', annotations),
      ...podTemplates(object)
        .filter(({ path }) => path)
        .flatMap(({ path, metadata }) =>
          judge(
            `${path}.metadata.labels`,
            metadata.labels as Record<string, unknown> | undefined,
          ),
        ),
    ];
  },
);
