import { execFileSync } from 'node:child_process';

const HOUR = 3_600_000;

/**
 * A Deployment of simulated pods in a namespace of its own, ready and made to
 * look an hour old, so that their logs are long. Answers how to clear it away.
 */
export async function benchPods(cluster, options) {
  const { namespace, module, replicas } = options;
  const ns = { apiVersion: 'v1', kind: 'Namespace' };
  await cluster.apply({ ...ns, metadata: { name: namespace } });
  const labels = { 'orchestr8.io/module': module, app: module };
  await cluster.apply({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: module, namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: { app: module } },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'app', image: 'bench/web:1' }] },
      },
    },
  });
  const stop = new AbortController();
  const aged = new Set();
  for await (const event of cluster.watch(
    { apiVersion: 'v1', kind: 'Pod' },
    { namespace, signal: stop.signal },
  )) {
    const pod = event.object;
    const isReady = pod?.status?.conditions?.some(
      ({ type, status }) => type === 'Ready' && status === 'True',
    );
    if (!isReady || aged.has(pod.metadata.uid)) continue;
    aged.add(pod.metadata.uid);
    age(pod, options);
    if (aged.size === replicas) stop.abort();
  }
  return () => cluster.delete({ ...ns, name: namespace });
}

/** The container has run for an hour, as its status has it. */
function age({ metadata, status }, { kubectl, kubeconfig }) {
  const startedAt = new Date(Date.now() - HOUR).toISOString();
  const containerStatuses = status.containerStatuses.map(container => ({
    ...container,
    state: { running: { startedAt } },
  }));
  const patch = JSON.stringify({ status: { containerStatuses } });
  execFileSync(
    kubectl,
    [
      ...['patch', 'pod', metadata.name, '-n', metadata.namespace],
      ...['--subresource=status', '--type=merge', '-p', patch],
      `--kubeconfig=${kubeconfig}`,
    ],
    { stdio: 'ignore' },
  );
}
