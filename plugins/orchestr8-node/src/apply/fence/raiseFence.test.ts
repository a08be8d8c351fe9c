import { randomUUID } from 'node:crypto';
import { connectCluster } from '../../adapters/kubernetes/connectCluster';
import { configMap } from '../__fixtures__/plannedDeployment';
import { prepareCluster } from './prepareCluster';
import { isStaleEpoch, raiseFence } from './raiseFence';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;
const ROUNDS = process.env.O8_LONG ? 200 : 20;
/** Writes of the overtaken run under way at any time. */
const WRITERS = 4;

whenPlayground('a raised fence (needs O8_TEST_KUBECONFIG)', () => {
  const namespace = `o8-raise-${Date.now().toString(36)}`;
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const where = (epoch: number) => ({ module: namespace, namespace, epoch });
  const { signal } = new AbortController();

  beforeAll(async () => {
    await prepareCluster(cluster);
    await cluster.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: namespace,
        labels: { 'orchestr8.io/module': namespace },
      },
    });
  }, 60_000);

  afterAll(async () => {
    const ns = { apiVersion: 'v1', kind: 'Namespace', name: namespace };
    await cluster.delete(ns);
    await cluster.close();
  });

  /** Writes as an overtaken run until the round is over, and says what came of it once the fence was up. */
  const writeOn = async (
    round: { epoch: number; raised: boolean; over: boolean },
    found: { late: string[]; refused: number },
  ) => {
    const stale = cluster.writingAs(where(round.epoch - 1));
    while (!round.over) {
      const begunAfter = round.raised;
      try {
        await stale.apply(configMap(namespace, 'late', { at: randomUUID() }));
        if (begunAfter) found.late.push(`epoch ${round.epoch}`);
      } catch (error) {
        if (!isStaleEpoch(error)) throw error;
        if (begunAfter) found.refused++;
      }
    }
  };

  it('asks for no proof of the first run’s fence: no run was before it', async () => {
    const unproved = Object.assign(Object.create(cluster) as typeof cluster, {
      writingAs: () => {
        throw new Error('written as the run before');
      },
    });
    await raiseFence(unproved, where(1), { signal });
    await expect(raiseFence(unproved, where(2), { signal })).rejects.toThrow(
      'written as the run before',
    );
  });

  it(`lets no write of the run before through once it is raised, ${ROUNDS} times over, however busy that run is`, async () => {
    const found = { late: [] as string[], refused: 0 };
    for (let epoch = 3; epoch <= ROUNDS + 2; epoch++) {
      const round = { epoch, raised: false, over: false };
      const writers = Array.from({ length: WRITERS }, () =>
        writeOn(round, found),
      );
      await raiseFence(cluster, where(epoch), { signal });
      round.raised = true;
      await cluster
        .writingAs(where(epoch))
        .apply(configMap(namespace, 'current', { at: `${epoch}` }));
      round.over = true;
      await Promise.all(writers);
    }
    expect(found.late).toEqual([]);
    expect(found.refused).toBeGreaterThan(0);
  }, 120_000);
});
