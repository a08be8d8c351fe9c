import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { randomUUID } from 'node:crypto';
import { ClusterWriter, connectCluster } from './adapters';
import { PlanBench } from './__fixtures__/PlanBench';

const parts = PlanBench.parts();
const describeWithBoth = parts ? describe : describe.skip;

describeWithBoth(
  'a cluster that was replaced (needs O8_RENDERER, O8_TEST_KUBECONFIG)',
  () => {
    let bench: PlanBench;
    const identity = randomUUID();
    beforeAll(() => {
      bench = new PlanBench(parts!);
    });
    afterAll(() => bench.close());

    it('is noticed before anything is applied, though it was known a moment ago', async () => {
      const planned = await bench.plan('replaced');
      expect(planned.plan.clusterIdentity).toBe(await bench.cluster.identity());
      const writes: string[] = [];
      // The same address, and behind it by now another cluster.
      const replaced: ClusterWriter = Object.assign(
        Object.create(bench.cluster) as ClusterWriter,
        {
          identity: ({ fresh } = { fresh: false }) =>
            fresh ? Promise.resolve(identity) : bench.cluster.identity(),
          apply: async ({ kind }: KubernetesObject) => void writes.push(kind),
          writingAs: () => replaced,
        },
      );
      const outcome = await bench.engine.execute(planned, {
        deployment: { id: 'd' },
        cluster: replaced,
        timeoutMs: 10_000,
        signal: new AbortController().signal,
        onProgress: async () => {},
      });
      expect(outcome).toMatchObject({
        state: 'failed',
        failure: {
          cause: 'other-cluster',
          evidence: [
            expect.stringContaining(planned.plan.clusterIdentity!),
            `identity of the cluster: ${identity}`,
          ],
        },
      });
      expect(writes).toEqual([]);
    }, 30_000);

    it('is not talked to at all where its identity is pinned', async () => {
      const { kubeconfig } = parts!;
      const pinned = connectCluster({ name: 'prod', kubeconfig, identity });
      const object = {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: bench.namespace('pinned') },
      };
      await expect(pinned.apply(object)).rejects.toMatchObject({
        reason: 'other-cluster',
        message: expect.stringContaining('Nothing was asked of it'),
      });
      await pinned.close();
      const right = connectCluster({
        name: 'prod',
        kubeconfig,
        identity: await bench.cluster.identity(),
      });
      await right.apply(object, { dryRun: true });
      await right.close();
    });
  },
);
