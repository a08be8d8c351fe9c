import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { definition } from '../__fixtures__/definitions';
import { renderedRelease } from '../__fixtures__/renderedRelease';
import { definedKinds } from '../adapters/definedKinds';

const read = (text: string) => JSON.parse(text) as KubernetesObject;

describe('definedKinds', () => {
  it('names each version that is served, as the cluster will', () => {
    const two = read(definition('example.com', { v2: true }));
    expect(definedKinds([two])).toEqual(
      ['v1', 'v2'].map(version => ({
        apiVersion: `example.com/${version}`,
        kind: 'Thing',
        resource: 'things',
        namespaced: true,
        definition: 'things.example.com',
      })),
    );
    two.spec.versions[0].served = false;
    expect(definedKinds([two])).toMatchObject([
      { apiVersion: 'example.com/v2' },
    ]);
  });

  it.each<[string, object]>([
    ['no specification', {}],
    ['no names', { spec: { group: 'a', versions: [{ name: 'v1' }] } }],
    [
      'versions that are no list',
      {
        spec: {
          group: 'a',
          names: { kind: 'A', plural: 'as' },
          versions: 'v1',
        },
      },
    ],
    [
      'versions without a name',
      {
        spec: {
          group: 'a',
          names: { kind: 'A', plural: 'as' },
          versions: [null, {}],
        },
      },
    ],
  ])('takes nothing from a definition with %s', (_, parts) => {
    const odd = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'x' },
      ...parts,
    };
    expect(definedKinds([odd])).toEqual([]);
  });
});

describe('objects of kinds that the chart defines', () => {
  const thing =
    'apiVersion: example.com/v1\nkind: Thing\nmetadata: { name: all }\n';

  it.each([
    ['Cluster', undefined],
    ['Namespaced', 'my-service-dev'],
  ])('of scope %s land in the namespace %s', async (scope, namespace) => {
    const { manifests, defines } = await renderedRelease({
      'definition.yaml': definition('example.com', { scope }),
      'thing.yaml': thing,
    });
    expect(defines).toHaveLength(1);
    const { metadata } = manifests.find(
      ({ object }) => object.kind === 'Thing',
    )!.object;
    expect(metadata.namespace).toBe(namespace);
  });

  it('bear their environment; the definition, one for all of them, does not', async () => {
    const { manifests } = await renderedRelease({
      'definition.yaml': definition('example.com'),
      'thing.yaml': thing,
    });
    const labelsOf = (kind: string) =>
      manifests.find(({ object }) => object.kind === kind)?.object.metadata
        .labels;
    expect(labelsOf('Thing')).toMatchObject({
      'orchestr8.io/environment': 'dev',
      'orchestr8.io/module': 'my-service',
    });
    expect(labelsOf('CustomResourceDefinition')).toMatchObject({
      'orchestr8.io/module': 'my-service',
    });
    expect(labelsOf('CustomResourceDefinition')).not.toHaveProperty([
      'orchestr8.io/environment',
    ]);
  });
});
