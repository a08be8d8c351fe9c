import { ClusterWriter } from '../adapters';
import { DEPLOYER } from '../adapters/kubernetes/impersonation';

/** An API group that no other run uses. */
export function groupOfRun(): string {
  return `o8-${Date.now().toString(36)}.example.com`;
}

/** The definition of the kind Thing, as JSON, which is YAML too. */
export function definition(
  group: string,
  has: { colour?: boolean; v2?: boolean; scope?: string } = {},
): string {
  const properties = {
    size: { type: 'integer' },
    ...(has.colour ? { colour: { type: 'string' } } : {}),
  };
  const schema = {
    openAPIV3Schema: {
      type: 'object',
      properties: { spec: { type: 'object', properties } },
    },
  };
  const version = (name: string, storage: boolean) => ({
    ...{ name, storage, schema },
    served: true,
  });
  return JSON.stringify({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `things.${group}` },
    spec: {
      group,
      scope: has.scope ?? 'Namespaced',
      names: { kind: 'Thing', plural: 'things', singular: 'thing' },
      versions: [
        version('v1', true),
        ...(has.v2 ? [version('v2', false)] : []),
      ],
    },
  });
}

/** A Thing as a template. */
export function thing(
  group: string,
  name: string,
  spec: string,
  version: string = 'v1',
): string {
  return `apiVersion: ${group}/${version}\nkind: Thing\nmetadata: { name: ${name} }\nspec: { ${spec} }\n`;
}

const RBAC = 'rbac.authorization.k8s.io';

/** Lets the deployer of a fenced cluster bring definitions, and objects of the groups. Answers how to take all of it away again. */
export async function letDefine(
  cluster: Pick<ClusterWriter, 'apply' | 'delete'>,
  groups: readonly string[],
): Promise<() => Promise<void>> {
  const name = `orchestr8:test:${groups[0]}`;
  const what = (kind: string) => ({ apiVersion: `${RBAC}/v1`, kind });
  await cluster.apply({
    ...what('ClusterRole'),
    metadata: { name },
    rules: [
      {
        apiGroups: ['apiextensions.k8s.io'],
        resources: ['customresourcedefinitions'],
        verbs: ['*'],
      },
      { apiGroups: groups, resources: ['*'], verbs: ['*'] },
    ],
  });
  await cluster.apply({
    ...what('ClusterRoleBinding'),
    metadata: { name },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name },
    subjects: [{ apiGroup: RBAC, kind: 'User', name: DEPLOYER }],
  });
  return async () => {
    await removeDefinitions(cluster, groups);
    await cluster.delete({ ...what('ClusterRoleBinding'), name });
    await cluster.delete({ ...what('ClusterRole'), name });
  };
}

/** With the definitions go all their objects. */
async function removeDefinitions(
  cluster: Pick<ClusterWriter, 'delete'>,
  groups: readonly string[],
): Promise<void> {
  for (const group of groups) {
    await cluster.delete({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      name: `things.${group}`,
    });
  }
}

/** Resolves once the API server lists kinds of the version: it is asked again and again, some hundred times at most. */
export async function served(
  cluster: Pick<ClusterWriter, 'capabilities'>,
  apiVersion: string,
): Promise<void> {
  for (let left = 500; left > 0; left--) {
    const { kinds } = await cluster.capabilities({ fresh: true });
    if (kinds.some(kind => kind.apiVersion === apiVersion)) return;
  }
  throw new Error(`${apiVersion} is not served`);
}
