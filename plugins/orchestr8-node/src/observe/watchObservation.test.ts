import { executePlan } from '../apply/executePlan';
import {
  configMap,
  deployment,
  plannedDeployment,
} from '../apply/__fixtures__/plannedDeployment';
import { connectCluster } from '../adapters/kubernetes/connectCluster';
import { observeModule } from './observeModule';
import { ClusterObservation } from './ObserveOptions';
import { SharedWatches } from './SharedWatches';
import { watchObservation } from './watchObservation';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

whenPlayground('observing a module (needs O8_TEST_KUBECONFIG)', () => {
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const namespaces: string[] = [];
  const target = () => {
    const namespace = `o8-observe-${Date.now().toString(36)}-${
      namespaces.length
    }`;
    namespaces.push(namespace);
    return { module: namespace, environment: 'test', namespace };
  };
  const deploy = (namespace: string, image?: string, timeoutMs = 30_000) =>
    executePlan(
      plannedDeployment(namespace, [
        deployment(namespace, 'web', { image }),
        configMap(namespace, 'settings'),
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'hidden', namespace },
          stringData: { token: 'canary' },
        },
      ]),
      {
        deployment: { id: 'd' },
        cluster,
        timeoutMs,
        signal: new AbortController().signal,
        onProgress: async () => {},
      },
    );
  /** Observes until `done` says so. */
  const until = async (
    observed: ReturnType<typeof target>,
    options: {
      done(now: ClusterObservation, seen: ClusterObservation[]): boolean;
      watches?: SharedWatches;
    },
  ) => {
    const watches = options.watches ?? new SharedWatches(cluster);
    const stop = new AbortController();
    const seen: ClusterObservation[] = [];
    for await (const now of watchObservation(observed, {
      watches,
      signal: stop.signal,
    })) {
      seen.push(now);
      if (options.done(now, seen)) stop.abort();
    }
    if (!options.watches) watches.close();
    return seen;
  };

  afterAll(async () => {
    for (const name of namespaces) {
      await cluster.delete({ apiVersion: 'v1', kind: 'Namespace', name });
    }
    await cluster.close();
  });

  it('says that a module is not deployed', async () => {
    const seen = await observeModule({ ...target(), cluster });
    expect(seen).toMatchObject({
      health: { status: 'Missing', message: 'It is not deployed here' },
      pods: [],
      objects: [],
    });
    expect(seen.deployed).toBeUndefined();
    expect(seen.unavailable).toBeUndefined();
  }, 30_000);

  it('tells health, replicas, pods and objects of what is deployed', async () => {
    const observed = target();
    await deploy(observed.namespace);
    const seen = await observeModule({ ...observed, cluster });
    expect(seen).toMatchObject({
      deployed: { version: '1.0.0', release: 'sha256:release-1.0.0' },
      health: { status: 'Healthy' },
      replicas: { ready: 2, desired: 2 },
    });
    expect(seen.pods).toHaveLength(2);
    expect(seen.pods[0]).toMatchObject({
      ready: true,
      restarts: 0,
      containers: ['app'],
      health: { status: 'Healthy' },
    });
    expect(seen.objects.map(o => o.health.status)).toEqual(
      Array(4).fill('Healthy'),
    );
    expect(JSON.stringify(seen)).not.toContain('canary');
  }, 60_000);

  it('goes through every state of a deployment as it happens', async () => {
    const observed = target();
    const [seen] = await Promise.all([
      until(observed, {
        done: now => now.replicas.ready === 2 && now.deployed !== undefined,
      }),
      deploy(observed.namespace),
    ]);
    const statuses = seen
      .filter(({ unavailable }) => !unavailable)
      .map(({ health }) => health.status);
    expect(statuses[0]).toBe('Missing');
    expect(statuses).toContain('Progressing');
    expect(statuses.at(-1)).toBe('Healthy');
  }, 60_000);

  it('notices what goes missing, and comes back', async () => {
    const observed = target();
    const { namespace } = observed;
    await deploy(namespace);
    const ref = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: 'settings',
      namespace,
    };
    let restored = false;
    const seen = await until(observed, {
      done: (now, all) => {
        if (all.length === 1) void cluster.delete(ref);
        if (now.health.status === 'Missing' && !restored) {
          restored = true;
          void cluster.apply({
            ...configMap(namespace, 'settings'),
            metadata: {
              name: 'settings',
              namespace,
              labels: { 'orchestr8.io/module': namespace },
            },
          });
        }
        return restored && now.health.status === 'Healthy';
      },
    });
    expect(seen.find(o => o.health.status === 'Missing')?.health.message).toBe(
      'ConfigMap settings is not in the cluster',
    );
  }, 60_000);

  it('names the pod that cannot start', async () => {
    const observed = target();
    await deploy(observed.namespace, 'example/web:missing', 20_000);
    const seen = await observeModule({ ...observed, cluster });
    expect(seen.health).toMatchObject({
      status: 'Degraded',
      message: expect.stringMatching(
        /^Pod web-\S+: Container app: (ErrImagePull|ImagePullBackOff)/,
      ),
    });
    expect(seen.deployed).toBeUndefined();
  }, 60_000);

  it('opens one watch a kind, however many look', async () => {
    const observed = target();
    await deploy(observed.namespace);
    const watches = new SharedWatches(cluster, { lingerMs: 0 });
    const done = (now: ClusterObservation) => now.objects.length > 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, () =>
        until(observed, {
          watches,
          done: now => {
            most = Math.max(most, watches.size);
            return done(now);
          },
        }),
      ),
    );
    // Inventories, pods, and the kinds of the module's four objects.
    expect(most).toBe(6);
    expect(watches.size).toBe(0);
  }, 60_000);
});

describe('observing a cluster that cannot be reached', () => {
  it('says so instead of failing', async () => {
    const gone = connectCluster({
      name: 'gone',
      kubeconfigText: `
apiVersion: v1
kind: Config
clusters: [{ name: c, cluster: { server: "https://127.0.0.1:1" } }]
users: [{ name: u, user: {} }]
contexts: [{ name: c, context: { cluster: c, user: u } }]
current-context: c`,
    });
    const seen = await observeModule({
      module: 'web',
      environment: 'dev',
      namespace: 'web-dev',
      cluster: gone,
    });
    await gone.close();
    const message =
      'The cluster "gone" at https://127.0.0.1:1 cannot be reached: connection refused';
    expect(seen).toMatchObject({
      unavailable: message,
      health: { status: 'Unknown', message },
    });
  }, 20_000);
});
