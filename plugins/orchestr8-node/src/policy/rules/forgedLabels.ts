import {
  moduleLabels,
  OWN_PREFIX,
  RESTARTED_AT,
} from '../../render/moduleLabels';
import { podTemplates } from '../../render/podTemplates';
import { forEachObject, Verdict } from '../forEachObject';

/** By these, other tools tell what is theirs: an object that bears them is taken over or pruned by them. */
const OF_OTHERS = [
  'argocd.argoproj.io/instance',
  'argocd.argoproj.io/tracking-id',
  'kubectl.kubernetes.io/last-applied-configuration',
  'meta.helm.sh/release-name',
  'meta.helm.sh/release-namespace',
];

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
      ...Object.entries({ labels, annotations }).flatMap(([field, entries]) =>
        Object.keys(entries ?? {})
          .filter(key => OF_OTHERS.includes(key))
          .map(key => ({
            path: `metadata.${field}[${key}]`,
            message: `"${key}" says that the object belongs to another tool, which may then change or delete it.`,
            remedy: 'Leave it out.',
          })),
      ),
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
