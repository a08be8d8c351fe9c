import {
  KubernetesObject,
  ObjectRef,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterError } from '../../adapters/ClusterError';
import { connectCluster } from '../../adapters/kubernetes/connectCluster';
import {
  deployment,
  namespaceObject,
  plannedDeployment,
} from '../__fixtures__/plannedDeployment';
import { executePlan, PlanOutcome } from '../executePlan';
import { FAILING_MODULES, FailingModule } from './__fixtures__/failingModules';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

whenPlayground('on a real control plane (needs O8_TEST_KUBECONFIG)', () => {
  const run = Date.now().toString(36);
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const made: ObjectRef[] = [];
  const make = async (object: KubernetesObject) => {
    if (!object.metadata.namespace) made.push(objectRef(object));
    await cluster.apply(object, { fieldManager: 'administrator' });
  };
  const nameOf = (what: string) => `o8-cause-${what}-${run}`;

  afterAll(async () => {
    for (const ref of made.reverse()) await cluster.delete(ref);
    await cluster.close();
  }, 60_000);

  /** A policy is in force some moments after it is there. */
  const inForce = async (namespace: string) => {
    const pod: KubernetesObject = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'probe', namespace },
      spec: { containers: [{ name: 'a', image: 'a:1' }] },
    };
    for (;;) {
      const refused = await cluster
        .apply(pod, { dryRun: true })
        .then(() => false)
        .catch((error: ClusterError) => /no pods/.test(error.message));
      if (refused) return;
    }
  };

  const fail = async (module: FailingModule): Promise<PlanOutcome> => {
    const namespace = nameOf(module.cause);
    await make(namespaceObject(namespace));
    for (const object of module.before?.(namespace) ?? []) await make(object);
    if (module.cause === 'admission') await inForce(namespace);
    const objects = module.objects(namespace);
    made.push(
      ...objects
        .filter(({ metadata }) => !metadata.namespace)
        .map(object => objectRef(object)),
    );
    return executePlan(plannedDeployment(namespace, objects), {
      deployment: { id: 'd' },
      cluster,
      timeoutMs: module.timeoutMs ?? 90_000,
      signal: new AbortController().signal,
      onProgress: async () => {},
    });
  };

  describe('a deployment that cannot become healthy', () => {
    // All at once: each waits out what might pass by itself.
    let outcomes: Promise<Map<string, PlanOutcome>>;
    beforeAll(async () => {
      outcomes = Promise.all(
        FAILING_MODULES.map(
          async module => [module.cause, await fail(module)] as const,
        ),
      ).then(entries => new Map(entries));
      await outcomes;
    }, 120_000);

    it.each(FAILING_MODULES.map(module => [module.cause, module] as const))(
      'fails for %s, and says what, where, why and what next',
      async (cause, { says }) => {
        const { state, failure } = (await outcomes).get(cause)!;
        expect({ state, cause: failure?.cause }).toEqual({
          state: 'failed',
          cause,
        });
        expect([failure!.message, ...failure!.evidence].join('\n')).toMatch(
          says,
        );
        expect(failure!.object).toBeDefined();
        expect(failure!.evidence.length).toBeGreaterThan(0);
        expect(failure!.remedy).toMatch(/\.$/);
      },
    );
  });

  describe('an object that is on its way out', () => {
    const held = async (ns: string, finalizer: string) => {
      await make(namespaceObject(ns));
      const object = deployment(ns, 'web', { replicas: 0 });
      await cluster.apply(
        {
          ...object,
          metadata: { ...object.metadata, finalizers: [finalizer] },
        },
        { fieldManager: 'somebody' },
      );
      await cluster.delete(objectRef(object));
      return object;
    };
    const execute = (
      ns: string,
      object: KubernetesObject,
      onMessage: (message: string) => Promise<void> = async () => {},
    ) =>
      executePlan(plannedDeployment(ns, [object]), {
        deployment: { id: 'd' },
        cluster,
        timeoutMs: 8_000,
        signal: new AbortController().signal,
        onProgress: (_, message) => onMessage(message),
      });
    const letGo = (object: KubernetesObject) =>
      cluster.apply(object, { fieldManager: 'somebody', force: true });

    it('is waited for and made anew', async () => {
      const ns = nameOf('anew');
      const object = await held(ns, 'example.com/slow');
      const outcome = await execute(ns, object, async message => {
        if (!message.includes('is gone (example.com/slow)')) return;
        await letGo(object);
      });
      expect(outcome).toMatchObject({ state: 'succeeded' });
      const live = await cluster.get(objectRef(object));
      expect(live?.metadata.deletionTimestamp).toBeUndefined();
    }, 30_000);

    it('fails by name of the finalizer that keeps it', async () => {
      const ns = nameOf('kept');
      const object = await held(ns, 'example.com/stuck');
      const outcome = await execute(ns, object);
      expect(outcome.failure).toMatchObject({
        cause: 'deletion-stuck',
        message: expect.stringContaining('example.com/stuck must agree'),
        object: { kind: 'Deployment', name: 'web' },
        remedy: expect.stringContaining('takes its finalizer off'),
      });
      await letGo(object);
    }, 30_000);
  });
});
