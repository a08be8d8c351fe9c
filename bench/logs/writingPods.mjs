import { setTimeout as delay } from 'node:timers/promises';

const POD = { apiVersion: 'v1', kind: 'Pod' };
/** Milliseconds until all must write, and until all must be gone. */
const PATIENCE = 120_000;

/**
 * Pods of the playground that write numbered lines at a steady rate, named
 * `NAME-0` and so on; a name must not have been used before, for the simulated
 * kubelet deletes by name and late. Answers when each began, in milliseconds,
 * and how to remove them.
 */
export async function writingPods(cluster, options) {
  const { namespace, name, count, perSecond, length = 120 } = options;
  const names = Array.from({ length: count }, (_, at) => `${name}-${at}`);
  const pods = names.map(pod => ({
    ...POD,
    metadata: {
      name: pod,
      namespace,
      labels: { 'orchestr8.io/module': 'talkative', app: name },
      annotations: {
        'playground.orchestr8.io/log-rate': `${perSecond}/s`,
        'playground.orchestr8.io/log-line': `${length}`,
      },
    },
    spec: {
      containers: [{ name: 'app', image: 'bench/writer:1' }],
      terminationGracePeriodSeconds: 0,
    },
  }));
  await Promise.all(pods.map(pod => cluster.apply(pod)));
  const started = new Map();
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(PATIENCE)]);
  for await (const { object } of cluster.watch(POD, { namespace, signal })) {
    const pod = object?.metadata.name;
    const { startedAt } =
      object?.status?.containerStatuses?.[0]?.state?.running ?? {};
    if (!startedAt || !names.includes(pod)) continue;
    started.set(pod, Date.parse(startedAt));
    if (started.size === count) stop.abort();
  }
  if (started.size < count) {
    const silent = names.filter(pod => !started.has(pod));
    throw new Error(`pods do not start: ${silent.join(', ')}`);
  }
  const remove = async () => {
    const until = Date.now() + PATIENCE;
    await Promise.all(
      names.map(pod => cluster.delete({ ...POD, name: pod, namespace })),
    );
    while ((await cluster.list(POD, { namespace })).length > 0) {
      if (Date.now() > until) throw new Error(`pods of ${name} do not go`);
      await delay(100);
    }
  };
  return { startedAt: started, perSecond, remove };
}
