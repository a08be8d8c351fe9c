import {
  DeploymentStep,
  KubernetesObject,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { connectCluster } from '../adapters/kubernetes/connectCluster';
import { ExecuteOptions, PlannedDeployment } from '../EngineTypes';
import {
  configMap,
  deployment,
  plannedDeployment,
} from './__fixtures__/plannedDeployment';
import { executePlan } from './executePlan';
import { inventoryRef, readInventory } from './Inventory';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

whenPlayground('executePlan (needs O8_TEST_KUBECONFIG)', () => {
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const namespaces: string[] = [];
  const newNamespace = () => {
    const name = `o8-apply-${Date.now().toString(36)}-${namespaces.length}`;
    namespaces.push(name);
    return name;
  };
  const execute = async (
    planned: PlannedDeployment,
    options: Partial<ExecuteOptions> = {},
  ) => {
    const messages: string[] = [];
    let steps: DeploymentStep[] = [];
    const outcome = await executePlan(planned, {
      deployment: { id: 'd-1' },
      cluster,
      timeoutMs: 60_000,
      signal: new AbortController().signal,
      onProgress: async (now, message) => {
        steps = now;
        if (messages.at(-1) !== message) messages.push(message);
      },
      ...options,
    });
    return { outcome, messages, steps };
  };
  const inventoryOf = async (namespace: string) =>
    readInventory(await cluster.get(inventoryRef(namespace)));
  const inventoryVersion = async (namespace: string) =>
    (await cluster.get(inventoryRef(namespace)))?.metadata.resourceVersion;
  const namesOf = (objects: { kind: string; name: string }[] = []) =>
    objects.map(({ kind, name }) => `${kind} ${name}`).sort();

  afterAll(async () => {
    for (const name of namespaces) {
      await cluster.delete({ apiVersion: 'v1', kind: 'Namespace', name });
    }
    await cluster.close();
  });

  it('applies, waits until healthy, and records what it owns', async () => {
    const ns = newNamespace();
    const { outcome, messages } = await execute(
      plannedDeployment(ns, [deployment(ns, 'web'), configMap(ns, 'settings')]),
    );
    expect(outcome).toMatchObject({ state: 'succeeded' });
    expect(outcome.steps.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'plan succeeded',
      'hooks skipped',
      'apply succeeded',
      'wait succeeded',
      'prune succeeded',
      'record succeeded',
    ]);
    expect(messages.join('\n')).toMatch(/Waiting for Deployment web: \d of 2/);
    const inventory = await inventoryOf(ns);
    expect(inventory).toMatchObject({ version: '1.0.0', state: 'complete' });
    expect(namesOf(inventory?.objects)).toEqual([
      'ConfigMap settings',
      'Deployment web',
      `Namespace ${ns}`,
    ]);
  }, 60_000);

  it('writes nothing when all is there already, and says so', async () => {
    const ns = newNamespace();
    const planned = plannedDeployment(ns, [configMap(ns, 'settings')]);
    await execute(planned);
    const before = await inventoryVersion(ns);
    const { plan } = planned;
    const changes = plan.changes.map(change => ({
      ...change,
      action: 'unchanged' as const,
    }));
    const { outcome } = await execute(
      { ...planned, plan: { ...plan, changes } },
      { deployment: { id: 'd-2' } },
    );
    expect(
      outcome.steps.map(({ name, state, message }) => [name, state, message]),
    ).toEqual([
      ['plan', 'succeeded', 'Nothing to change'],
      ['hooks', 'skipped', 'No hooks'],
      ['apply', 'succeeded', '0 applied'],
      ['wait', 'succeeded', 'All is healthy'],
      ['prune', 'succeeded', '0 deleted'],
      ['record', 'skipped', 'The inventory is exact already'],
    ]);
    expect(await inventoryVersion(ns)).toBe(before);
  }, 60_000);

  it('keeps what the API server warns of', async () => {
    const ns = newNamespace();
    const web = deployment(ns, 'web', { replicas: 1 });
    web.spec.template.spec.nodeSelector = { 'beta.kubernetes.io/os': 'linux' };
    web.spec.replicas = 0;
    const { outcome } = await execute(plannedDeployment(ns, [web]));
    const { objects = [] } = outcome.steps.find(s => s.name === 'apply')!;
    expect(objects).toContainEqual(
      expect.objectContaining({
        object: expect.objectContaining({ kind: 'Deployment' }),
        outcome: 'done',
        message: expect.stringContaining('beta.kubernetes.io/os'),
      }),
    );
  }, 60_000);

  it('prunes what has left the release, and only that', async () => {
    const ns = newNamespace();
    await execute(
      plannedDeployment(ns, [configMap(ns, 'old'), configMap(ns, 'keep')]),
    );
    await cluster.apply(configMap(ns, 'foreign'));
    const ref = (name: string) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name,
      namespace: ns,
    });
    const { outcome } = await execute(
      plannedDeployment(ns, [configMap(ns, 'keep')], {
        version: '1.1.0',
        deletes: [ref('old'), ref('foreign')],
      }),
    );
    expect(outcome.state).toBe('succeeded');
    expect(await cluster.get(ref('old'))).toBeUndefined();
    expect(await cluster.get(ref('foreign'))).toBeDefined();
    const inventory = await inventoryOf(ns);
    expect(inventory?.version).toBe('1.1.0');
    expect(namesOf(inventory?.objects)).toEqual([
      'ConfigMap keep',
      `Namespace ${ns}`,
    ]);
  }, 60_000);

  it('converges when carried out again after it was abandoned', async () => {
    const ns = newNamespace();
    const planned = plannedDeployment(ns, [
      deployment(ns, 'web', { replicas: 1 }),
      configMap(ns, 'a'),
      configMap(ns, 'b'),
    ]);
    const abandon = new AbortController();
    await expect(
      execute(planned, {
        signal: abandon.signal,
        onProgress: async (_, message) => {
          if (/^Waiting for Deployment/.test(message)) {
            abandon.abort(new Error('lease'));
          }
        },
      }),
    ).rejects.toThrow('lease');
    expect((await inventoryOf(ns))?.state).toBe('applying');
    const { outcome } = await execute(planned);
    expect(outcome.state).toBe('succeeded');
    const made = await cluster.list(
      { apiVersion: 'v1', kind: 'ConfigMap' },
      { namespace: ns, labelSelector: `orchestr8.io/module=${ns}` },
    );
    expect(made.map(o => o.metadata.name).sort()).toEqual([
      'a',
      'b',
      'orchestr8-inventory',
    ]);
    expect((await inventoryOf(ns))?.state).toBe('complete');
  }, 60_000);

  it('stops at a field of another manager, and overwrites nothing', async () => {
    const ns = newNamespace();
    await execute(plannedDeployment(ns, [configMap(ns, 'c', { a: '1' })]));
    const other = connectCluster({
      name: 'other',
      kubeconfig: kubeconfig!,
      fieldManager: 'somebody',
    });
    await other.apply(configMap(ns, 'c', { a: '2' }), { force: true });
    await other.close();
    const { outcome } = await execute(
      plannedDeployment(ns, [configMap(ns, 'c', { a: '3' })]),
    );
    expect(outcome.state).toBe('failed');
    expect(outcome.failure).toMatchObject({
      cause: 'conflict',
      object: { kind: 'ConfigMap', name: 'c' },
    });
    expect(outcome.message).toContain('data.a is managed by "somebody"');
    expect(outcome.steps.find(s => s.name === 'apply')?.state).toBe('failed');
    expect(outcome.steps.find(s => s.name === 'wait')?.state).toBe('skipped');
  }, 60_000);

  it.each([
    ['image-missing', 'example/web:missing', 'cannot get its image'],
    ['crash-loop', 'example/web:crash', 'has restarted'],
  ])(
    'fails early for %s',
    async (cause, image, words) => {
      const ns = newNamespace();
      const { outcome } = await execute(
        plannedDeployment(ns, [deployment(ns, 'web', { image, replicas: 1 })]),
      );
      expect(outcome.state).toBe('failed');
      expect(outcome.failure).toMatchObject({ cause, object: { kind: 'Pod' } });
      expect(outcome.message).toContain(words);
      expect(outcome.failure!.evidence.length).toBeGreaterThan(0);
      expect(outcome.failure!.remedy).not.toBe('');
    },
    60_000,
  );

  it('fails early when no node has room', async () => {
    const ns = newNamespace();
    const { outcome } = await execute(
      plannedDeployment(ns, [
        deployment(ns, 'web', { cpu: '4000', replicas: 1 }),
      ]),
    );
    expect(outcome.failure?.cause).toBe('no-room');
    expect(outcome.failure?.remedy).toContain('spec.resources.requests');
  }, 60_000);

  it('fails early when the quota is used up', async () => {
    const ns = newNamespace();
    const quota: KubernetesObject = {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'none', namespace: ns },
      spec: { hard: { pods: '0' } },
    };
    const { outcome } = await execute(
      plannedDeployment(ns, [quota, deployment(ns, 'web')]),
    );
    expect(outcome.failure?.cause).toBe('quota');
  }, 60_000);

  it('says at the deadline which pod is behind and why', async () => {
    const ns = newNamespace();
    const { outcome } = await execute(
      plannedDeployment(ns, [
        deployment(ns, 'web', {
          image: 'example/web:never-ready',
          replicas: 1,
        }),
      ]),
      { timeoutMs: 8_000 },
    );
    expect(outcome.failure?.cause).toBe('timeout');
    expect(outcome.message).toMatch(
      /Deployment web did not become healthy in time: 0 of 1 pod available\. Pod web-\S+: Container app runs and is not ready yet/,
    );
  }, 60_000);

  it('keeps what is there when cancelled', async () => {
    const ns = newNamespace();
    const stop = new AbortController();
    const { outcome } = await execute(
      plannedDeployment(ns, [
        deployment(ns, 'web', { image: 'example/web:slow' }),
      ]),
      {
        signal: stop.signal,
        onProgress: async (_, message) => {
          if (message.startsWith('Waiting for Deployment')) {
            stop.abort('cancelled');
          }
        },
      },
    );
    expect(outcome.state).toBe('cancelled');
    expect(
      await cluster.get({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'web',
        namespace: ns,
      }),
    ).toBeDefined();
  }, 60_000);

  it('runs the hooks of an installation before and after', async () => {
    const ns = newNamespace();
    const job = (name: string): KubernetesObject => ({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name, namespace: ns },
      spec: {
        template: {
          spec: {
            restartPolicy: 'Never',
            containers: [{ name: 'j', image: 'example/job:1' }],
          },
        },
      },
    });
    const hook = (name: string, event: string) => ({
      object: job(name),
      source: 'test',
      hook: { events: [event], weight: 0 },
    });
    const { outcome } = await execute(
      plannedDeployment(ns, [configMap(ns, 'c')], {
        hooks: [
          hook('migrate', 'pre-install'),
          hook('announce', 'post-install'),
          hook('never', 'pre-upgrade'),
        ],
      }),
    );
    expect(outcome.message).toContain('runs in test');
    const jobs = await cluster.list(
      { apiVersion: 'batch/v1', kind: 'Job' },
      { namespace: ns },
    );
    expect(jobs.map(j => [j.metadata.name, j.status.succeeded])).toEqual([
      ['announce', 1],
      ['migrate', 1],
    ]);
  }, 60_000);
});

describe('executePlan without a cluster', () => {
  it('ends as failed when the cluster cannot be reached in time', async () => {
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
    const messages: string[] = [];
    const outcome = await executePlan(
      plannedDeployment('x', [configMap('x', 'c')]),
      {
        deployment: { id: 'd' },
        cluster: gone,
        timeoutMs: 2_000,
        signal: new AbortController().signal,
        onProgress: async (_, message) => void messages.push(message),
      },
    );
    await gone.close();
    expect(outcome.state).toBe('failed');
    expect(outcome.failure?.cause).toBe('cluster-unreachable');
    expect(messages.join('\n')).toContain('Waiting for the cluster');
  }, 20_000);
});
