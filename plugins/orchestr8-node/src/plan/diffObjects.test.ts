import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { diffObjects } from './diffObjects';

const deployment = (spec: object, metadata: object = {}) =>
  ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'x', ...metadata },
    spec,
  } as KubernetesObject);

const containers = (...images: [string, string][]) => ({
  containers: images.map(([name, image]) => ({ name, image })),
});

describe('diffObjects', () => {
  it.each<[string, object, object, object[]]>([
    ['nothing between equals', { a: 1 }, { a: 1 }, []],
    [
      'a changed value',
      { replicas: 1 },
      { replicas: 3 },
      [{ path: 'spec.replicas', before: 1, after: 3 }],
    ],
    [
      'an added field, without a before',
      {},
      { paused: true },
      [{ path: 'spec.paused', after: true }],
    ],
    [
      'a removed field, without an after',
      { paused: true },
      {},
      [{ path: 'spec.paused', before: true }],
    ],
    [
      'a list item by its name, whatever the order',
      containers(['a', '1'], ['b', '1']),
      containers(['b', '2'], ['a', '1']),
      [{ path: 'spec.containers[name=b].image', before: '1', after: '2' }],
    ],
    [
      'a new list item by its fields',
      containers(['a', '1']),
      containers(['a', '1'], ['b', '1']),
      [
        { path: 'spec.containers[name=b].image', after: '1' },
        { path: 'spec.containers[name=b].name', after: 'b' },
      ],
    ],
    [
      'a list of plain values as a whole',
      { args: ['a'] },
      { args: ['a', 'b'] },
      [{ path: 'spec.args', before: ['a'], after: ['a', 'b'] }],
    ],
    [
      'an object that becomes empty',
      { a: { b: 1 } },
      { a: {} },
      [{ path: 'spec.a.b', before: 1 }],
    ],
    [
      'null for a value',
      { a: null },
      { a: 1 },
      [{ path: 'spec.a', before: null, after: 1 }],
    ],
    [
      'an object in place of a value',
      { a: 1 },
      { a: { b: 1 } },
      [{ path: 'spec.a', before: 1, after: { b: 1 } }],
    ],
  ])('shows %s', (_, before, after, expected) => {
    expect(diffObjects(deployment(before), deployment(after))).toEqual(
      expected,
    );
  });

  it('is blind to what only the server writes', () => {
    const live = {
      ...deployment(
        {},
        {
          uid: 'u',
          resourceVersion: '7',
          generation: 2,
          creationTimestamp: 't',
          managedFields: [{ manager: 'm', operation: 'Apply' }],
          annotations: { 'deployment.kubernetes.io/revision': '3' },
        },
      ),
      status: { replicas: 1 },
    };
    expect(diffObjects(live, deployment({}))).toEqual([]);
  });

  it('puts keys with dots in brackets', () => {
    const labelled = deployment(
      {},
      { labels: { 'app.kubernetes.io/name': 'x' } },
    );
    expect(diffObjects(deployment({}), labelled)).toEqual([
      { path: 'metadata.labels[app.kubernetes.io/name]', after: 'x' },
    ]);
  });

  it.each(['data', 'stringData'])(
    'never shows what a Secret holds in %s, nor in the copy of kubectl',
    field => {
      const secret = (value?: string) =>
        ({
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: {
            name: 'x',
            annotations: {
              'kubectl.kubernetes.io/last-applied-configuration': `{"data":"${value}"}`,
            },
          },
          ...(value ? { [field]: { 'pass.word': value } } : {}),
        } as KubernetesObject);
      const shown = JSON.stringify([
        diffObjects(secret('one'), secret('two')),
        diffObjects(undefined, secret('two')),
        diffObjects(secret('one'), secret()),
      ]);
      expect(shown).toContain('(secret)');
      expect(shown).not.toMatch(/one|two/);
    },
  );
});
