import { FlakyLink } from '../adapters/kubernetes/__fixtures__/FlakyLink';
import { ClusterWriter } from '../adapters/Cluster';
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
    const order: string[] = [];
    const cut = (when: string) => {
      order.push(`cut ${when}`);
      link.cut();
    };
    const mendAt = [
      /^Trying to apply .*: The cluster/,
      /^Waiting for contact with the cluster/,
    ];
    const apply: ClusterWriter['apply'] = async (object, options) => {
      const isOnce = order.length === 0 && object.metadata.name === 'c5';
      if (isOnce) cut('in the midst of its writes');
      const answer = await cluster.apply(object, options);
      if (object.kind === 'Deployment') cut('after its last write');
      return answer;
    };
    const cutting: ClusterWriter = Object.assign(Object.create(cluster), {
      apply,
      writingAs: () => cutting,
    });
    const outcome = await executePlan(planned(), {
      deployment: { id: 'd' },
      cluster: cutting,
      timeoutMs: 60_000,
      signal: new AbortController().signal,
      onProgress: async (_, message) => {
        if (!mendAt[0]?.test(message)) return;
        mendAt.shift();
        order.push(message.replace(/ (ConfigMap|with) .*/, ''));
        link.mend();
      },
    });
    expect(outcome.state).toBe('succeeded');
    expect(order).toEqual([
      'cut in the midst of its writes',
      'Trying to apply',
      'cut after its last write',
      'Waiting for contact',
    ]);
  }, 90_000);

  it('is seen by who observes, with what was known before, and so is its end', async () => {
    const watches = new SharedWatches(cluster, { lingerMs: 0 });
    const stop = new AbortController();
    const order: string[] = [];
    const told: ClusterObservation[] = [];
    for await (const now of watchObservation(
      { module: namespace, environment: 'test', namespace },
      { watches, signal: stop.signal },
    )) {
      const seen = now.unavailable ? 'lost' : 'in contact';
      if (seen === order.at(-1)) continue;
      order.push(seen);
      told.push(now);
      if (now.unavailable) link.mend();
      else if (told.length === 1) link.cut();
      else stop.abort();
    }
    watches.close();
    expect(order).toEqual(['in contact', 'lost', 'in contact']);
    const [before, lost, after] = told;
    expect(lost.unavailable).toMatch(
      /^The cluster "flaky" at .* cannot be reached: /,
    );
    // What was known is still shown, as of when contact was lost.
    expect(lost.pods).toHaveLength(2);
    expect(lost.pods).toEqual(before.pods);
    expect(after.health.status).toBe('Healthy');
    const times = told.map(({ observedAt }) => observedAt);
    expect(times).toEqual([...times].sort());
  }, 60_000);
});
