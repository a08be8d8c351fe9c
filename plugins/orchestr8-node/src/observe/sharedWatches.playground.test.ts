import { FlakyLink } from '../adapters/kubernetes/__fixtures__/FlakyLink';
import {
  Fault,
  FaultProxy,
  SeenRequest,
} from '../adapters/kubernetes/__fixtures__/FaultProxy';
import { connectCluster } from '../adapters/kubernetes/connectCluster';
import { WatchEvent } from '../adapters/Cluster';
import {
  configMap,
  deployment,
  namespaceObject,
  plannedDeployment,
} from '../apply/__fixtures__/plannedDeployment';
import { executePlan } from '../apply/executePlan';
import { Bell } from './Bell';
import { ClusterObservation } from './ObserveOptions';
import { SharedWatches } from './SharedWatches';
import { WatchedObjects } from './WatchedObjects';
import { watchObservation } from './watchObservation';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;
const KIND = { apiVersion: 'v1', kind: 'ConfigMap' };
const LABEL = 'o8-watched';

jest.setTimeout(90_000);

whenPlayground('watches on a real API server (need O8_TEST_KUBECONFIG)', () => {
  const run = Date.now().toString(36);
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const namespaces: string[] = [];
  const open: { close(): void | Promise<void> }[] = [];
  const newNamespace = async () => {
    const name = `o8-watches-${run}-${namespaces.length}`;
    namespaces.push(name);
    await cluster.apply(namespaceObject(name));
    return name;
  };
  const opened = <T extends { close(): void | Promise<void> }>(one: T): T => {
    open.push(one);
    return one;
  };
  afterAll(async () => {
    for (const one of open.reverse()) await one.close();
    for (const name of namespaces) {
      await cluster.delete({ apiVersion: 'v1', kind: 'Namespace', name });
    }
    await cluster.close();
  });

  const isWatch = ({ url }: SeenRequest) => url.includes('watch=1');
  /** The place to watch from is forgotten: a young API server has forgotten none, so it is said for it. */
  const forgotten = (): Fault => ({ kind: 'answer', status: 410 });
  /** The same watch, which the API server ends after a second. */
  const short = ({ url }: SeenRequest): Fault => ({
    kind: 'rewrite',
    url: url.replace(/timeoutSeconds=\d+/, 'timeoutSeconds=1'),
  });
  const through = (proxy: FaultProxy) =>
    opened(
      connectCluster({
        name: 'through',
        kubeconfigText: proxy.kubeconfigText,
      }),
    );
  const marked = (namespace: string, name: string, value: string) => {
    const object = configMap(namespace, name, { value });
    object.metadata.labels = { [LABEL]: namespace };
    return object;
  };

  it('find by themselves what happened behind a 410, without losing contact', async () => {
    const namespace = await newNamespace();
    for (const name of ['stays', 'changes', 'goes']) {
      await cluster.apply(marked(namespace, name, '1'));
    }
    let watches = 0;
    const proxy = opened(
      await FaultProxy.to(kubeconfig!, request => {
        if (!isWatch(request)) return undefined;
        watches += 1;
        if (watches === 1) return short(request);
        return watches === 2 ? forgotten() : undefined;
      }),
    );
    const stop = new AbortController();
    const told: string[] = [];
    const ref = (name: string) => ({ ...KIND, name, namespace });
    for await (const event of through(proxy).watch(KIND, {
      namespace,
      labelSelector: LABEL,
      signal: stop.signal,
    })) {
      told.push(
        'object' in event
          ? `${event.type} ${event.object.metadata.name}`
          : event.type,
      );
      const synced = told.filter(type => type === 'synced').length;
      if (event.type === 'synced' && synced === 2) {
        await cluster.apply(marked(namespace, 'changes', '2'));
        await cluster.delete(ref('goes'));
      }
      if (told.at(-1) === 'deleted goes') stop.abort();
    }
    expect(watches).toBeGreaterThanOrEqual(3);
    expect(told).not.toContain('interrupted');
    expect(told.filter(what => / /.test(what))).toEqual([
      'added changes',
      'added goes',
      'added stays',
      'modified changes',
      'deleted goes',
    ]);
  });

  it('lose and double nothing while everything befalls them', async () => {
    const namespace = await newNamespace();
    const faults: (undefined | ((request: SeenRequest) => Fault))[] = [
      short,
      forgotten,
      () => ({ kind: 'reset' }),
      short,
      () => ({ kind: 'answer', status: 500 }),
      () => ({ kind: 'answer', status: 429, retryAfter: 1 }),
      () => ({ kind: 'truncate' }),
      () => ({ kind: 'answer', status: 401 }),
    ];
    let watches = 0;
    let befell = 0;
    let calm = false;
    const proxy = opened(
      await FaultProxy.to(kubeconfig!, request => {
        if (calm || !isWatch(request)) return undefined;
        befell += 1;
        return faults[watches++ % faults.length]?.(request);
      }),
    );
    const known = new Map<string, string>();
    const wrong: string[] = [];
    const note = (event: WatchEvent) => {
      if (!('object' in event)) return;
      const { name, resourceVersion = '' } = event.object.metadata;
      const before = known.get(name);
      const expected = before === undefined ? 'added' : 'modified';
      if (event.type === 'deleted') {
        if (before === undefined) wrong.push(`deleted ${name} twice`);
        known.delete(name);
        return;
      }
      if (event.type !== expected) wrong.push(`${event.type} ${name}`);
      if (before === resourceVersion) wrong.push(`${name} told twice`);
      known.set(name, resourceVersion);
    };
    const stop = new AbortController();
    const bell = new Bell();
    const following = (async () => {
      for await (const event of through(proxy).watch(KIND, {
        namespace,
        labelSelector: LABEL,
        signal: stop.signal,
      })) {
        note(event);
        bell.ring();
      }
    })();

    // Made, changed and deleted in turn, as long as it takes for everything to befall.
    for (let round = 0; befell < faults.length * 2; round++) {
      const name = `it-${round % 12}`;
      if (round % 5 === 4) {
        await cluster.delete({ ...KIND, name, namespace });
      } else {
        await cluster.apply(marked(namespace, name, `${round}`));
      }
    }
    calm = true;
    await cluster.apply(marked(namespace, 'last', '1'));
    while (!known.has('last')) {
      await bell.rung();
      bell.clear();
    }
    stop.abort();
    await following;
    const listed = await cluster.list(KIND, {
      namespace,
      labelSelector: LABEL,
    });
    expect(wrong).toEqual([]);
    expect([...known].sort()).toEqual(
      listed
        .map(({ metadata }) => [metadata.name, metadata.resourceVersion])
        .sort(),
    );
  });

  describe('with a module behind them', () => {
    let namespace: string;
    beforeAll(async () => {
      namespace = await newNamespace();
      await executePlan(
        plannedDeployment(namespace, [
          deployment(namespace, 'web', { replicas: 1 }),
          configMap(namespace, 'settings'),
        ]),
        {
          deployment: { id: 'd' },
          cluster,
          timeoutMs: 60_000,
          signal: new AbortController().signal,
          onProgress: async () => {},
        },
      );
    });

    const isRefused = ({ unavailable }: ClusterObservation) =>
      unavailable?.includes('Unauthorized') ?? false;

    /** Follows the module until `done` answers true; answers all that was seen. */
    const follow = async (
      watches: SharedWatches,
      done: (now: ClusterObservation) => boolean | Promise<boolean>,
    ) => {
      const stop = new AbortController();
      const seen: ClusterObservation[] = [];
      for await (const now of watchObservation(
        { module: namespace, environment: 'test', namespace },
        { watches, signal: stop.signal },
      )) {
        seen.push(now);
        if (await done(now)) stop.abort();
      }
      return seen;
    };

    it('show what they knew, and since when, when their token has ended, and go on with another one', async () => {
      let accepts = true;
      const proxy = opened(
        await FaultProxy.to(kubeconfig!, () =>
          accepts
            ? undefined
            : { kind: 'rewrite', authorization: 'Bearer ended' },
        ),
      );
      const watches = opened(new SharedWatches(through(proxy)));
      let step: 'watch' | 'lose' | 'regain' = 'watch';
      const seen = await follow(watches, now => {
        if (step === 'watch' && !now.unavailable) {
          step = 'lose';
          accepts = false;
          proxy.cut();
        } else if (step === 'lose' && isRefused(now)) {
          step = 'regain';
          accepts = true;
        } else if (step === 'regain') {
          return !now.unavailable;
        }
        return false;
      });
      const lost = seen.find(isRefused)!;
      expect(lost).toMatchObject({
        deployed: { version: '1.0.0' },
        health: { status: 'Healthy' },
        replicas: { ready: 1, desired: 1 },
      });
      expect(lost.pods).toHaveLength(1);
      expect(lost.objects.map(({ health }) => health.status)).not.toContain(
        'Unknown',
      );
      expect(seen.at(-1)).toMatchObject({ health: { status: 'Healthy' } });
      expect(seen.at(-1)!.unavailable).toBeUndefined();
    });

    it('tell the age of what they show from when contact was lost, not from now', async () => {
      const link = await FlakyLink.to(kubeconfig!);
      const lost = opened(
        connectCluster({ name: 'lost', kubeconfigText: link.kubeconfigText }),
      );
      const watched = opened(new WatchedObjects(lost, KIND, { namespace }));
      await watched.synced;
      const interrupted = new Promise<void>(resolve => {
        watched.subscribe(() => watched.interrupted && resolve());
      });
      link.cut();
      await interrupted;
      const { heardAt } = watched;
      // Attempts that fail make it no younger.
      await new Promise<void>(resolve => {
        setImmediate(resolve);
      });
      await cluster.apply(configMap(namespace, 'settings', { later: '1' }));
      expect(watched.heardAt).toBe(heardAt);
      expect(
        watched.list().find(({ metadata }) => metadata.name === 'settings')
          ?.data?.later,
      ).toBeUndefined();
      link.mend();
      const caughtUp = new Promise<void>(resolve => {
        watched.subscribe(() => {
          const found = watched
            .list()
            .find(({ metadata }) => metadata.name === 'settings');
          if (found?.data?.later) resolve();
        });
      });
      await caughtUp;
      expect(watched.heardAt).toBeGreaterThan(heardAt);
      await link.close();
    });
  });
});
