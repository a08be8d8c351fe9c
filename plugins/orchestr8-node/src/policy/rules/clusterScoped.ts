import { isNamespaced } from '../../render/kinds';
import { forEachObject } from '../forEachObject';

/** Kinds without a namespace touch every module: only our own Namespace, and what the operator lists. */
export const clusterScoped = forEachObject(
  'cluster-scoped',
  (object, context, { generated }) => {
    const { clusterScopedKinds, namespace } = context;
    const ownNamespace =
      generated &&
      object.kind === 'Namespace' &&
      object.metadata.name === namespace;
    if (
      isNamespaced(object, context) ||
      ownNamespace ||
      clusterScopedKinds.includes(object.kind)
    ) {
      return [];
    }
    if (object.kind === 'CustomResourceDefinition') {
      return [
        {
          message:
            'A definition of a kind holds for the whole cluster, and every module that uses the kind.',
          remedy:
            'Let the operator install it, or give leave: orchestr8.policy.clusterScopedKinds: [CustomResourceDefinition] (on the environment local: --definitions).',
        },
      ];
    }
    return [
      object.kind === 'Namespace'
        ? {
            message:
              "A module's namespace is made by Orchestr8, with its labels and its Pod Security Standard.",
            remedy: 'Remove the Namespace from the chart or config/.',
          }
        : {
            message: `${object.kind} is not bound to a namespace and would reach beyond the module.`,
            remedy:
              'Use a kind with a namespace (such as Role for ClusterRole), or ask the operator to list the kind.',
          },
    ];
  },
);
