import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What many pods in one shared watch take of the heap. */
export async function weigh(product, objects) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  const pod = JSON.stringify(podLike());
  const source = {
    name: 'many',
    async *watch(_, { signal }) {
      for (let i = 0; i < objects; i++) {
        const object = JSON.parse(pod);
        object.metadata.name = `pod-${i}`;
        object.metadata.uid = `uid-${i}`;
        yield { type: 'added', object };
      }
      yield { type: 'synced' };
      await new Promise(resolve => signal.addEventListener('abort', resolve));
    },
  };
  collect();
  const before = process.memoryUsage().heapUsed;
  const watches = new product.SharedWatches(source);
  const held = watches.acquire({ apiVersion: 'v1', kind: 'Pod' });
  await held.objects.synced;
  collect();
  const used = process.memoryUsage().heapUsed - before;
  console.log(
    `${objects} watched pods of ${pod.length} bytes of JSON: ${(
      used /
      2 ** 20
    ).toFixed(0)} MiB, ${(used / objects / 1024).toFixed(1)} KiB each`,
  );
  watches.close();
}

function podLike() {
  const now = '2026-01-01T00:00:00Z';
  const condition = type => ({ type, status: 'True', lastTransitionTime: now });
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'web-5d8f7c9b4-x2x2x',
      namespace: 'shop-production',
      labels: { 'orchestr8.io/module': 'shop', app: 'shop', tier: 'web' },
      annotations: { 'prometheus.io/scrape': 'true' },
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'u' },
      ],
    },
    spec: {
      nodeName: 'node-1',
      containers: [
        {
          name: 'app',
          image: 'registry.example.com/shop/web:1.2.3',
          ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
          env: Array.from({ length: 8 }, (_, i) => ({
            name: `SETTING_${i}`,
            value: `value-${i}`,
          })),
          resources: { requests: { cpu: '100m', memory: '256Mi' } },
        },
      ],
    },
    status: {
      phase: 'Running',
      podIP: '10.0.0.1',
      startTime: now,
      conditions: ['Initialized', 'Ready', 'ContainersReady'].map(condition),
      containerStatuses: [
        {
          name: 'app',
          ready: true,
          restartCount: 0,
          state: { running: { startedAt: now } },
        },
      ],
    },
  };
}
