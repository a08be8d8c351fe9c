import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { FailingModule } from './FailingModule';

/** A definition of the kind Thing in an API group of the namespace's own. */
function definition(namespace: string, plural: string): KubernetesObject {
  const group = `${namespace}.example.com`;
  const schema = { openAPIV3Schema: { type: 'object' } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind: 'Thing', plural },
      versions: [{ name: 'v1', served: true, storage: true, schema }],
    },
  };
}

/** Kinds that the API server will not serve. */
export const DEFINITIONS: readonly FailingModule[] = [
  {
    cause: 'names-taken',
    says: /"ThingList" is already in use[^]*ListKindConflict[^]*kind Thing/,
    before: ns => [definition(ns, 'things')],
    objects: ns => [definition(ns, 'gadgets')],
  },
];
