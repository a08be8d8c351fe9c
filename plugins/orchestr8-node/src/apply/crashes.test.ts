import {
  Fault,
  FaultProxy,
  SeenRequest,
} from '../adapters/kubernetes/__fixtures__/FaultProxy';
import { connectCluster } from '../adapters/kubernetes/connectCluster';
import { PlannedDeployment } from '../EngineTypes';
import { exactness, quickModule } from './__fixtures__/exactness';
import { ExecutorProcess } from './__testUtils__/ExecutorProcess';
import { executePlan } from './executePlan';
import { prepareCluster } from './fence/prepareCluster';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;
const long = Boolean(process.env.O8_LONG);

/** Writes of an upgrade of `quickModule`, the pruning of what has left it among them. */
const WRITES = 10;
/** Rounds at each place. */
const ROUNDS = long ? 25 : 1;
/** Executors at a time. */
const LANES = 2;

type Moment = 'before' | 'after';
const places = (few: readonly [number, Moment][]): [number, Moment][] =>
  long
    ? Array.from({ length: WRITES }, (_, i) => i + 1).flatMap(
        n =>
          [
            [n, 'before'],
            [n, 'after'],
          ] as [number, Moment][],
      )
    : [...few];

whenPlayground('an executor that breaks off (needs O8_TEST_KUBECONFIG)', () => {
  const run = Date.now().toString(36);
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const executors: ExecutorProcess[] = [];
  let namespaces = 0;

  beforeAll(() => prepareCluster(cluster), 60_000);
  afterAll(async () => {
    for (const executor of executors) executor.kill();
    await cluster.close();
  }, 60_000);

  const execute = (planned: PlannedDeployment, id: string, epoch: number) =>
    executePlan(planned, {
      deployment: { id },
      cluster,
      epoch,
      timeoutMs: 30_000,
      signal: new AbortController().signal,
      onProgress: async () => {},
    });

  /** In a namespace where 1.0.0 runs: an executor of 2.0.0 by way of a proxy. */
  const upgrade = async (
    onWrite: (
      request: SeenRequest,
      executor: ExecutorProcess,
    ) => Fault | undefined,
  ) => {
    const namespace = `o8-crash-${run}-${namespaces++}`;
    await execute(quickModule(namespace, '1.0.0'), 'd-1', 1);
    const planned = quickModule(namespace, '2.0.0', {
      deletes: ['only-1.0.0'],
    });
    const proxy = await FaultProxy.to(kubeconfig!, request =>
      request.isWrite ? onWrite(request, executor) : undefined,
    );
    const executor = new ExecutorProcess({
      kubeconfigText: proxy.kubeconfigText,
      planned,
      deployment: 'd-2',
      epoch: 2,
    });
    executors.push(executor);
    const clear = async () => {
      await proxy.close();
      const ns = { apiVersion: 'v1', kind: 'Namespace', name: namespace };
      await cluster.delete(ns);
    };
    return { namespace, planned, proxy, executor, clear };
  };

  const inLanes = async (rounds: number, work: () => Promise<unknown>) => {
    let left = rounds;
    const lane = async () => {
      while (left-- > 0) await work();
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  };

  describe('killed', () => {
    it.each(
      places([
        [1, 'before'],
        [3, 'after'],
        [5, 'before'],
        [7, 'after'],
        [10, 'before'],
      ]),
    )(
      'at write %i, %s the cluster has heard of it, is taken up by another without loss or double',
      async (n, moment) => {
        await inLanes(ROUNDS, async () => {
          const { executor, planned, proxy, clear } = await upgrade(
            ({ write }, dying) => {
              if (write !== n) return undefined;
              dying.kill();
              // Never sent on; or sent on for one who does not hear of it.
              return moment === 'before'
                ? { kind: 'reset' }
                : { kind: 'hold', until: dying.ended() };
            },
          );
          await executor.ended();
          expect(proxy.written).toBeGreaterThanOrEqual(n);
          const outcome = await execute(planned, 'd-2', 3);
          expect(outcome).toMatchObject({ state: 'succeeded' });
          expect(await exactness(cluster, planned)).toBe('exact');
          await clear();
        });
      },
      long ? 600_000 : 60_000,
    );
  });

  describe('stopped until another has taken its place, then woken', () => {
    it.each(
      places([
        [2, 'before'],
        [6, 'before'],
      ]).filter(([, moment]) => moment === 'before'),
    )(
      'at write %i, has every late write refused by the cluster, and ends without a verdict',
      async n => {
        await inLanes(ROUNDS, async () => {
          let reached = () => {};
          const stopped = new Promise<void>(resolve => (reached = resolve));
          let release = () => {};
          const overtaken = new Promise<void>(resolve => (release = resolve));
          const { executor, namespace, proxy, clear } = await upgrade(
            ({ write }, sleeping) => {
              if (write !== n) return undefined;
              sleeping.stop();
              reached();
              // On its way for longer than its lease.
              return { kind: 'hold', until: overtaken };
            },
          );
          await stopped;
          const newer = quickModule(namespace, '3.0.0', {
            deletes: ['only-1.0.0', 'only-2.0.0'],
          });
          const outcome = await execute(newer, 'd-3', 3);
          expect(outcome).toMatchObject({ state: 'succeeded' });
          const before = proxy.answers.length;
          release();
          executor.wake();
          expect(await executor.ended()).toMatch(/^FencedOff: .* epoch 2/);
          const late = proxy.answers.slice(before);
          expect(late.length).toBeGreaterThan(0);
          expect(late.filter(({ status }) => status < 400)).toEqual([]);
          expect(late.map(({ body }) => body).join()).toContain('stale epoch');
          expect(await exactness(cluster, newer)).toBe('exact');
          await clear();
        });
      },
      long ? 600_000 : 60_000,
    );
  });
});
