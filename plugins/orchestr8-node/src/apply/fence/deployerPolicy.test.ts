import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterWriter } from '../../adapters/Cluster';
import { ClusterError } from '../../adapters/ClusterError';
import { connectCluster } from '../../adapters/kubernetes/connectCluster';
import { configMap } from '../__fixtures__/plannedDeployment';
import { prepareCluster } from './prepareCluster';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

jest.setTimeout(60_000);

whenPlayground('the deployer (needs O8_TEST_KUBECONFIG)', () => {
  const run = Date.now().toString(36);
  const [own, plain, made] = ['own', 'plain', 'made'].map(
    name => `o8-where-${name}-${run}`,
  );
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const deployer = cluster.writingAs({
    ...{ module: own, namespace: own },
    epoch: 1,
  });
  const namespace = (name: string, module?: string): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: module ? { 'orchestr8.io/module': module } : {},
    },
  });
  const refTo = (name: string) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    name,
  });

  beforeAll(async () => {
    await prepareCluster(cluster);
    await cluster.apply(namespace(own, own), { fieldManager: 'admin' });
    await cluster.apply(namespace(plain), { fieldManager: 'admin' });
    await inForce();
  });
  afterAll(async () => {
    for (const name of [own, plain, made]) await cluster.delete(refTo(name));
    await cluster.close();
  });

  /** A policy is in force some moments after it is there. */
  const inForce = async () => {
    const probe = configMap(plain, 'probe');
    const isRefused = () =>
      deployer.apply(probe).then(
        () => false,
        (error: ClusterError) => /namespaces of modules/.test(error.message),
      );
    let known = false;
    while (!known) known = await isRefused();
    await cluster.delete({
      ...refTo('probe'),
      kind: 'ConfigMap',
      namespace: plain,
    });
  };

  it('writes in the namespace of its module, and changes that', async () => {
    await deployer.apply(namespace(own, own), { force: true });
    await deployer.apply(configMap(own, 'mine'));
    await deployer.apply(namespace(made, own));
    expect(await cluster.get(refTo(made))).toBeDefined();
    await deployer.delete(refTo(made));
    const left = await cluster.get(refTo(made));
    expect(left && !left.metadata.deletionTimestamp).toBeFalsy();
  });

  it.each<[string, (writer: ClusterWriter) => Promise<unknown>]>([
    ['write in kube-system', w => w.apply(configMap('kube-system', 'mine'))],
    ['write in default', w => w.apply(configMap('default', 'mine'))],
    ['write where nobody said so', w => w.apply(configMap(plain, 'mine'))],
    ['make a namespace of nobody', w => w.apply(namespace(made))],
    ['take over a namespace', w => w.apply(namespace(plain, own))],
    [
      'give a namespace to another module',
      w => w.apply(namespace(own, 'other'), { force: true }),
    ],
    ['delete a namespace of nobody', w => w.delete(refTo(plain))],
  ])('does not %s', async (_, write) => {
    await expect(write(deployer)).rejects.toMatchObject({
      reason: 'forbidden',
      message: expect.stringContaining('the deployer'),
    });
    expect(await cluster.get(refTo(plain))).toBeDefined();
  });
});
