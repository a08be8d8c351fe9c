import { setTimeout as delay } from 'node:timers/promises';
import { FlakyLink } from '../adapters/kubernetes/__fixtures__/FlakyLink';
import { connectCluster } from '../adapters/kubernetes/connectCluster';
import { ClusterObservation } from '../observe/ObserveOptions';
import { SharedWatches } from '../observe/SharedWatches';
import { watchObservation } from '../observe/watchObservation';
import {
  configMap,
  deployment,
  plannedDeployment,
} from './__fixtures__/plannedDeployment';
import { executePlan } from './executePlan';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

whenPlayground('an outage of the cluster (needs O8_TEST_KUBECONFIG)', () => {
  const namespace = `o8-outage-${Date.now().toString(36)}`;
  let link: FlakyLink;
  let cluster: ReturnType<typeof connectCluster>;

  beforeAll(async () => {
    link = await FlakyLink.to(kubeconfig!);
    cluster = connectCluster({
      name: 'flaky',
      kubeconfigText: link.kubeconfigText,
    });
  });

  afterAll(async () => {
    link.mend();
    await cluster.delete({
      apiVersion: 'v1',
      kind: 'Namespace',
      name: namespace,
    });
    await cluster.close();
    await link.close();
  });

  const planned = () =>
    plannedDeployment(namespace, [
      deployment(namespace, 'web'),
      ...Array.from({ length: 10 }, (_, i) => configMap(namespace, `c${i}`)),
    ]);

  it('is waited out by a deployment, in the midst of its writes and while it waits', async () => {
    const messages: string[] = [];
    const cutWhen = [/^5 of /, /^Waiting for Deployment/];
    const outcome = await executePlan(planned(), {
      deployment: { id: 'd' },
      cluster,
      timeoutMs: 60_000,
      signal: new AbortController().signal,
      onProgress: async (_, message) => {
        messages.push(message);
        if (!cutWhen[0]?.test(message)) return;
        cutWhen.shift();
        link.cut();
        setTimeout(() => link.mend(), 1_500);
      },
    });
    expect(outcome.state).toBe('succeeded');
    expect(cutWhen).toEqual([]);
    expect(messages.join('\n')).toMatch(/Trying to apply .*: The cluster/);
    expect(messages.join('\n')).toContain(
      'Waiting for contact with the cluster',
    );
  }, 90_000);

  it('is seen by who observes, and so is its end, within ten seconds', async () => {
    const watches = new SharedWatches(cluster, { lingerMs: 0 });
    const stop = new AbortController();
    const seen: ClusterObservation[] = [];
    let mendedAt = 0;
    for await (const now of watchObservation(
      { module: namespace, environment: 'test', namespace },
      { watches, signal: stop.signal },
    )) {
      seen.push(now);
      if (seen.length === 1) link.cut();
      if (now.unavailable && !mendedAt) {
        await delay(2_000);
        link.mend();
        mendedAt = Date.now();
      }
      if (mendedAt && !now.unavailable) stop.abort();
    }
    watches.close();
    expect(Date.now() - mendedAt).toBeLessThan(10_000);
    const lost = seen.find(({ unavailable }) => unavailable)!;
    expect(lost.unavailable).toMatch(
      /^The cluster "flaky" at .* cannot be reached: /,
    );
    // What was known is still shown.
    expect(lost.pods).toHaveLength(2);
    expect(seen.at(-1)?.health.status).toBe('Healthy');
  }, 60_000);
});
