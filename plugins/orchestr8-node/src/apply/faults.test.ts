import {
  Fault,
  FaultProxy,
} from '../adapters/kubernetes/__fixtures__/FaultProxy';
import { connectCluster } from '../adapters/kubernetes/connectCluster';
import { ExecuteOptions, PlannedDeployment } from '../EngineTypes';
import { exactness, quickModule } from './__fixtures__/exactness';
import { executePlan } from './executePlan';
import { prepareCluster } from './fence/prepareCluster';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

/** Faults that pass: a deployment goes through them. */
const PASSING: Record<string, Fault> = {
  'a 429 with Retry-After': { kind: 'answer', status: 429, retryAfter: 1 },
  'a 500': { kind: 'answer', status: 500 },
  'a 503': { kind: 'answer', status: 503 },
  'a 504': { kind: 'answer', status: 504 },
  'a connection that is cut before': { kind: 'reset' },
  'an answer that is lost': { kind: 'lose' },
  'an answer that is cut short': { kind: 'truncate' },
  // Half a minute each: that is how long an answer is waited for.
  ...(process.env.O8_LONG
    ? {
        'an answer that never comes': {
          kind: 'hold' as const,
          until: new Promise(() => {}),
        },
      }
    : {}),
};
/** Faults that end a deployment, which is then done again. */
const ENDING: Record<string, { fault: Fault; cause: string }> = {
  'a 409': { fault: { kind: 'answer', status: 409 }, cause: 'conflict' },
  'a 401': { fault: { kind: 'answer', status: 401 }, cause: 'credentials' },
  'a 403': { fault: { kind: 'answer', status: 403 }, cause: 'forbidden' },
  'a 422': { fault: { kind: 'answer', status: 422 }, cause: 'invalid' },
};

/** Requests of a deployment of `quickModule`: every write, and reads among them. */
const WRITES = 9;
const READS = 13;
const some = (count: number, few: readonly number[]) =>
  process.env.O8_LONG ? Array.from({ length: count }, (_, i) => i + 1) : few;

whenPlayground('faults of the API server (needs O8_TEST_KUBECONFIG)', () => {
  const run = Date.now().toString(36);
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const namespaces: string[] = [];
  const newNamespace = () => {
    namespaces.push(`o8-faults-${run}-${namespaces.length}`);
    return namespaces.at(-1)!;
  };

  beforeAll(() => prepareCluster(cluster), 60_000);
  afterAll(async () => {
    for (const name of namespaces) {
      await cluster.delete({ apiVersion: 'v1', kind: 'Namespace', name });
    }
    await cluster.close();
  }, 120_000);

  const execute = (
    planned: PlannedDeployment,
    options: Pick<ExecuteOptions, 'cluster'> & { epoch: number },
  ) =>
    executePlan(planned, {
      deployment: { id: `d-${planned.plan.version}` },
      timeoutMs: 200_000,
      signal: new AbortController().signal,
      onProgress: async () => {},
      ...options,
    });

  /** Deploys through a proxy on which the fault befalls requests once each. */
  const deployThrough = async (
    planned: PlannedDeployment,
    befalls: { fault: Fault; writes?: number[]; reads?: number[] },
  ) => {
    const { fault, writes = [], reads = [] } = befalls;
    let read = 0;
    let befell = 0;
    const proxy = await FaultProxy.to(kubeconfig!, request => {
      const isMeant = request.isWrite
        ? writes.includes(request.write)
        : reads.includes(++read);
      if (isMeant) befell++;
      return isMeant ? fault : undefined;
    });
    const through = connectCluster({
      name: 'faulty',
      kubeconfigText: proxy.kubeconfigText,
    });
    // Not the first run of all, which proves no fence against one before it.
    const outcome = await execute(planned, { cluster: through, epoch: 2 });
    await through.close();
    await proxy.close();
    return { outcome, befell };
  };

  it.each(Object.entries(PASSING))(
    'a deployment goes through %s, at any write and read',
    async (_, fault) => {
      const rounds = [
        ...some(WRITES, [2, 5, 9]).map(n => ({ writes: [n] })),
        ...some(READS, [1, 6]).map(n => ({ reads: [n] })),
        { writes: [1, 2, 3, 5, 8], reads: [2, 3, 5, 8] },
      ];
      const results = await Promise.all(
        rounds.map(async befalls => {
          const planned = quickModule(newNamespace(), '1.0.0');
          const { outcome, befell } = await deployThrough(planned, {
            fault,
            ...befalls,
          });
          const { state, message } = outcome;
          const ended = state === 'succeeded' ? state : `${state}: ${message}`;
          return {
            ...befalls,
            befell: befell > 0,
            ended,
            cluster: await exactness(cluster, planned),
          };
        }),
      );
      expect(results).toEqual(
        rounds.map(befalls => ({
          ...befalls,
          befell: true,
          ended: 'succeeded',
          cluster: 'exact',
        })),
      );
    },
    240_000,
  );

  it.each(Object.entries(ENDING))(
    '%s ends a deployment with its cause, and the next run finishes it',
    async (_, { fault, cause }) => {
      const rounds = some(WRITES, [1, 4, 7]);
      const results = await Promise.all(
        rounds.map(async n => {
          const planned = quickModule(newNamespace(), '1.0.0');
          const { outcome } = await deployThrough(planned, {
            fault,
            writes: [n],
          });
          const again = await execute(planned, { cluster, epoch: 3 });
          return {
            n,
            first: `${outcome.state}: ${outcome.failure?.cause}`,
            again: again.state,
            cluster: await exactness(cluster, planned),
          };
        }),
      );
      expect(results).toEqual(
        rounds.map(n => ({
          n,
          first: `failed: ${cause}`,
          again: 'succeeded',
          cluster: 'exact',
        })),
      );
    },
    240_000,
  );
});
