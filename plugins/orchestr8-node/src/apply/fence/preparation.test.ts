import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ClusterWriter } from '../../adapters/Cluster';
import { ClusterError } from '../../adapters/ClusterError';
import { connectCluster } from '../../adapters/kubernetes/connectCluster';
import { canonicalJson } from '../../plan/canonicalJson';
import { FENCE_VERSION } from './fenceObjects';
import { planPreparation, RightsMissing } from './planPreparation';
import { clusterPreparation, prepareCluster } from './prepareCluster';
import { FenceNotEnforced, proveFence } from './proveFence';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

jest.setTimeout(60_000);

it('is what the playground installs (O8_UPDATE_PLAYGROUND=1 writes it anew)', async () => {
  const file = resolve('../../tools/playground/preparation.json');
  const text = `${JSON.stringify(clusterPreparation(), null, 2)}\n`;
  if (process.env.O8_UPDATE_PLAYGROUND) await writeFile(file, text);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(text));
});

it('is of a version of its own: whoever changes what is installed raises FENCE_VERSION', () => {
  const text = canonicalJson(clusterPreparation());
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  expect({ version: FENCE_VERSION, digest }).toEqual({
    version: '4',
    digest: 'e75cbf7dda3a',
  });
});

whenPlayground('preparing a cluster (needs O8_TEST_KUBECONFIG)', () => {
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const suffix = Date.now().toString(36);
  const { signal } = new AbortController();
  const stranger = `o8-test:stranger-${suffix}`;
  const asStranger = connectCluster({
    name: 'test',
    kubeconfig: kubeconfig!,
    deployAs: { user: stranger },
  }).writingAs({ module: 'm', namespace: 'n' });

  afterAll(() => cluster.close());

  it('changes nothing the second time', async () => {
    await prepareCluster(cluster);
    const steps = await planPreparation(cluster, clusterPreparation());
    expect(steps.filter(({ action }) => action !== 'unchanged')).toEqual([]);
  });

  it('tells what is new, also inside a namespace that is not there yet', async () => {
    const account = { namespace: `o8-prepare-${suffix}`, name: 'portal' };
    const steps = await planPreparation(cluster, clusterPreparation(account));
    const actions = Object.fromEntries(
      steps.map(({ action, object }) => [
        `${object.kind} ${object.metadata.name}`,
        action,
      ]),
    );
    expect(actions).toMatchObject({
      [`Namespace ${account.namespace}`]: 'create',
      'ServiceAccount portal': 'create',
      'ClusterRoleBinding orchestr8:portal': 'update',
      'ValidatingAdmissionPolicy orchestr8-fence': 'unchanged',
    });
  });

  it('names every right that is missing, whose, and how it is given', async () => {
    const refused = planPreparation(asStranger, clusterPreparation());
    await expect(refused).rejects.toThrow(RightsMissing);
    const { rights } = (await refused.catch(error => error)) as RightsMissing;
    expect(rights.length).toBeGreaterThan(3);
    for (const right of rights) expect(right).toContain(stranger);
    expect(rights.join('\n')).toContain('validatingadmissionpolicies');
  });

  it('proves that the fence stands', async () => {
    await prepareCluster(cluster);
    const proof = proveFence(cluster, {
      namespace: 'orchestr8-system',
      signal,
    });
    await expect(proof).resolves.toBeUndefined();
  });

  it.each<[string, Partial<Pick<ClusterWriter, 'apply' | 'delete'>>]>([
    ['a write', { apply: async object => ({ object, warnings: [] }) }],
    [
      'a delete',
      {
        apply: () => Promise.reject(staleEpoch()),
        delete: () => Promise.resolve(),
      },
    ],
  ])('finds out that the cluster takes %s', async (what, open) => {
    const leaky: ClusterWriter = Object.assign(Object.create(cluster), {
      apply: async () => ({ object: {}, warnings: [] }),
      writingAs: () => Object.assign(Object.create(cluster), open),
    });
    const proof = proveFence(leaky, {
      namespace: 'orchestr8-system',
      signal,
      withinMs: 50,
    });
    await expect(proof).rejects.toThrow(FenceNotEnforced);
    await expect(proof).rejects.toThrow(what);
  });
});

function staleEpoch(): ClusterError {
  return new ClusterError('stale epoch 1', {
    cluster: 'test',
    reason: 'forbidden',
  });
}
