import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterWriter } from '../../adapters/Cluster';
import { connectCluster } from '../../adapters/kubernetes/connectCluster';
import {
  configMap,
  deployment,
  plannedDeployment,
} from '../__fixtures__/plannedDeployment';
import { executePlan } from '../executePlan';
import { inventoryRef, readInventory } from '../Inventory';
import { fenceOf, forgetFence } from './fenceOf';
import { prepareCluster } from './prepareCluster';
import { FencedOff, raiseFence } from './raiseFence';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

whenPlayground('the fence (needs O8_TEST_KUBECONFIG)', () => {
  const namespace = `o8-fence-${Date.now().toString(36)}`;
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const as = (epoch: number) =>
    cluster.writingAs({ module: namespace, namespace, epoch });
  const ref = (name: string) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name,
    namespace,
  });
  const execute = (
    epoch: number,
    options: { version?: string; cluster?: ClusterWriter } = {},
  ) => {
    const { version } = options;
    const objects: KubernetesObject[] = [
      deployment(namespace, 'web'),
      configMap(namespace, 'settings', { version: version ?? '' }),
    ];
    return executePlan(plannedDeployment(namespace, objects, { version }), {
      deployment: { id: `d-${epoch}` },
      cluster: options.cluster ?? cluster,
      epoch,
      timeoutMs: 60_000,
      signal: new AbortController().signal,
      onProgress: async () => {},
    });
  };

  beforeAll(async () => {
    await prepareCluster(cluster);
    forgetFence(cluster);
  }, 60_000);

  afterAll(async () => {
    const ns = { apiVersion: 'v1', kind: 'Namespace', name: namespace };
    await cluster.delete(ns);
    await cluster.close();
  });

  it('is seen once the cluster is prepared', async () => {
    expect(await fenceOf(cluster)).toMatchObject({ fenced: true });
  });

  it.each([
    [
      '1',
      { fenced: true, outdated: true },
      /earlier version.*\(1, not \d+\).*"o8 cluster prepare"/,
    ],
    [
      '2',
      { fenced: true, outdated: true },
      /earlier version.*\(2, not \d+\).*"o8 cluster prepare"/,
    ],
    [
      '3',
      { fenced: true, outdated: true },
      /earlier version.*\(3, not \d+\).*"o8 cluster prepare"/,
    ],
    [
      '99',
      { fenced: false },
      /another version \(99, not \d+\).*"o8 cluster prepare"/,
    ],
    [undefined, { fenced: false }, /another version \(none, not \d+\)/],
  ])(
    'says of a cluster that was prepared with version %s what that means, and what to do',
    async (version, expected, message) => {
      const other: ClusterWriter = Object.assign(Object.create(cluster), {
        get: async (what: Parameters<ClusterWriter['get']>[0]) => {
          const found = await cluster.get(what);
          const labels = version
            ? { 'orchestr8.io/fence-version': version }
            : {};
          return { ...found, metadata: { ...found!.metadata, labels } };
        },
      });
      expect(await fenceOf(other)).toEqual({
        ...expected,
        message: expect.stringMatching(message),
      });
    },
  );

  it('lets a deployment of the current epoch through, with the deployer’s rights only', async () => {
    expect(await execute(7)).toMatchObject({
      state: 'succeeded',
      fence: { fenced: true },
    });
    const inventory = readInventory(await cluster.get(inventoryRef(namespace)));
    expect(inventory).toMatchObject({ epoch: 7, state: 'complete' });
  }, 90_000);

  it.each<[string, (stale: ClusterWriter) => Promise<unknown>]>([
    ['a write', stale => stale.apply(configMap(namespace, 'late'))],
    ['a change', stale => stale.apply(configMap(namespace, 'settings'))],
    ['a delete', stale => stale.delete(ref('settings'))],
    [
      'the deletion of the namespace',
      stale =>
        stale.delete({ apiVersion: 'v1', kind: 'Namespace', name: namespace }),
    ],
  ])('refuses %s of a stale epoch', async (_, write) => {
    await expect(write(as(6))).rejects.toThrow(/stale epoch/);
    expect(await cluster.get(ref('settings'))).toBeDefined();
    expect(await cluster.get(ref('late'))).toBeUndefined();
  });

  it('takes writes and deletes of the current epoch', async () => {
    await as(7).apply(configMap(namespace, 'extra'));
    await as(7).delete(ref('extra'));
    expect(await cluster.get(ref('extra'))).toBeUndefined();
  });

  it('lets nobody lower an epoch, nor the deployer move it', async () => {
    const lower = raiseFence(
      cluster,
      { module: namespace, namespace, epoch: 5 },
      { signal: new AbortController().signal },
    );
    await expect(lower).rejects.toThrow(FencedOff);
    await expect(
      as(7).apply(configMap(namespace, 'orchestr8-fence', { epoch: '9' }), {
        force: true,
      }),
    ).rejects.toThrow(/may not move its own fence/);
  });

  it('keeps the deployer out, and nobody else, where the epoch cannot be read', async () => {
    const odd = `${namespace}-odd`;
    const labels = { 'orchestr8.io/module': odd };
    await cluster.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: odd, labels },
    });
    await cluster.apply(configMap(odd, 'orchestr8-fence', { epoch: 'many' }));
    const deployer = cluster.writingAs({
      ...{ module: odd, namespace: odd, epoch: 7 },
    });
    await expect(deployer.apply(configMap(odd, 'late'))).rejects.toThrow(
      /orchestr8-fence/,
    );
    await cluster.apply(configMap(odd, 'of-an-operator'));
    await cluster.delete({ apiVersion: 'v1', kind: 'Namespace', name: odd });
  });

  it('abandons a run that a newer one has overtaken', async () => {
    await expect(execute(6, { version: '2.0.0' })).rejects.toThrow(FencedOff);
  }, 90_000);

  it('is not needed: without it a deployment works, and the cluster is said not to fence', async () => {
    // The real cluster, as one that has no such policy.
    const open: ClusterWriter = Object.assign(Object.create(cluster), {
      get: (what: Parameters<ClusterWriter['get']>[0]) =>
        what.kind === 'ValidatingAdmissionPolicyBinding'
          ? Promise.resolve(undefined)
          : cluster.get(what),
    });
    expect(await fenceOf(open)).toMatchObject({
      fenced: false,
      message: expect.stringContaining('not enforced'),
    });
    expect(await execute(8, { version: '3.0.0', cluster: open })).toMatchObject(
      { state: 'succeeded', fence: { fenced: false } },
    );
    await expect(
      execute(7, { version: '2.0.0', cluster: open }),
    ).rejects.toThrow(FencedOff);
  }, 90_000);
});
