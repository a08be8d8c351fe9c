import { Change, Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { connectCluster } from './adapters';
import { FileChanges, myService, withText } from './__fixtures__/myService';
import { planInput, testEnvironment } from './__fixtures__/planInput';
import { createEngine } from './Engine';
import { PlanInput, PlannedDeployment } from './EngineTypes';
import { RendererProcess } from './render';

const command = process.env.O8_RENDERER;
const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const describeWithBoth = command && kubeconfig ? describe : describe.skip;

describeWithBoth('plan (needs O8_RENDERER, O8_TEST_KUBECONFIG)', () => {
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const engine = createEngine({
    renderer: new RendererProcess({ command: command! }),
  });
  const run = Date.now().toString(36);
  const namespaces = new Set<string>();

  afterAll(async () => {
    for (const name of namespaces) {
      await cluster.delete({ apiVersion: 'v1', kind: 'Namespace', name });
    }
    await Promise.all([cluster.close(), engine.close()]);
  });

  const plan = (
    test: string,
    changes: FileChanges = {},
    input: Partial<PlanInput> = {},
  ) => {
    const namespace = `o8-plan-${test}-${run}`;
    namespaces.add(namespace);
    return engine.plan(
      planInput(
        myService({
          ...withText(
            'o8-module.yaml',
            'my-service.example.com',
            `${test}.${run}.example.com`,
          ),
          ...changes,
        }),
        cluster,
        { environment: testEnvironment('dev', namespace), ...input },
      ),
    );
  };
  const execute = (planned: PlannedDeployment, id = 'd-1') =>
    engine.execute(planned, {
      deployment: { id },
      cluster,
      timeoutMs: 60_000,
      signal: new AbortController().signal,
      onProgress: async () => {},
    });
  const told = (changes: Change[]) =>
    changes.map(
      ({ action, object }) => `${action} ${object.kind} ${object.name}`,
    );
  const changed = ({ changes }: Plan) =>
    told(changes.filter(({ action }) => action !== 'unchanged'));

  it('shows everything that a first deployment makes, in order', async () => {
    const { plan: first, manifests } = await plan('first');
    expect(first.refusals).toEqual([]);
    expect(told(first.changes)).toEqual([
      `create Namespace ${first.namespace}`,
      'create NetworkPolicy my-service-network-policy',
      'create ServiceAccount my-service',
      'create ConfigMap my-service-config',
      'create ConfigMap my-service-dashboard',
      'create Role my-service',
      'create RoleBinding my-service',
      'create Service my-service',
      'create Deployment my-service',
      'create PrometheusRule my-service',
      'create ServiceMonitor my-service',
    ]);
    expect(first.filledIn.join('\n')).toContain('liveness probe');
    expect(manifests).toHaveLength(first.changes.length);
    expect(first.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('is the same plan, to the hash, when nothing has moved', async () => {
    const [one, two] = [await plan('same'), await plan('same')];
    expect(two.plan.hash).toBe(one.plan.hash);
  });

  it('after a deployment shows nothing to do, then only what the next release changes', async () => {
    const outcome = await execute(await plan('next'));
    expect(outcome).toMatchObject({ state: 'succeeded' });
    const again = await plan('next');
    expect(changed(again.plan)).toEqual([]);

    const { plan: next } = await plan('next', {
      'charts/values.yaml':
        'replicaCount: 1\nimage: registry.local/my-service:1.0.0\ngreeting: hi\n',
    });
    expect(changed(next)).toEqual(['update ConfigMap my-service-config']);
    const change = next.changes.find(({ action }) => action === 'update');
    expect(change?.fields).toEqual([
      { path: 'data.greeting', before: 'hello', after: 'hi' },
    ]);
    expect(next.replaces).toMatchObject({ version: '1.0.0' });
  }, 60_000);

  it('prunes what has left the release, but keeps claims', async () => {
    const extra = {
      'charts/templates/extra.yaml': [
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: extra }\n',
        'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: store }\nspec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }\n',
      ].join('---\n'),
    };
    await execute(await plan('prune', extra));
    const planned = await plan('prune');
    expect(changed(planned.plan).sort()).toEqual([
      'delete ConfigMap extra',
      'skip PersistentVolumeClaim store',
    ]);
    expect(await execute(planned, 'd-2')).toMatchObject({ state: 'succeeded' });
    const { namespace } = planned.plan;
    const left = await cluster.get({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: 'extra',
      namespace,
    });
    expect(left?.metadata.deletionTimestamp ?? left).toBeUndefined();
  }, 60_000);

  it('masks what Secrets hold, before and after', async () => {
    const secret = (value: string) => ({
      'charts/templates/secret.yaml': `apiVersion: v1\nkind: Secret\nmetadata: { name: hidden }\nstringData: { password: ${value} }\n`,
    });
    await execute(await plan('mask', secret('hunter-one')));
    const { plan: masked } = await plan('mask', secret('hunter-two'));
    expect(changed(masked)).toEqual(['update Secret hidden']);
    const text = JSON.stringify(masked);
    for (const value of ['hunter-one', 'hunter-two']) {
      expect(text).not.toContain(value);
      expect(text).not.toContain(Buffer.from(value).toString('base64'));
    }
    expect(text).toContain('(secret)');
  }, 60_000);

  it('does not begin a plan that the world has overtaken, and says what moved', async () => {
    await execute(await plan('stale'));
    const planned = await plan('stale', {
      'charts/values.yaml':
        'replicaCount: 1\nimage: registry.local/my-service:2.0.0\ngreeting: hello\n',
    });
    await cluster.apply(
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name: 'my-service-config',
          namespace: planned.plan.namespace,
        },
        data: { greeting: 'changed meanwhile' },
      },
      { force: true },
    );
    expect(await execute(planned, 'd-2')).toMatchObject({
      state: 'failed',
      failure: {
        cause: 'stale-plan',
        evidence: [expect.stringContaining('my-service-config')],
      },
    });
  }, 60_000);

  it('refuses with every reason at once', async () => {
    const { plan: refused } = await plan(
      'refused',
      {
        'config/x.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x, namespace: kube-system }\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: x }\nrules: []\n',
        'charts/templates/x.yaml':
          'apiVersion: example.org/v1\nkind: Unheard\nmetadata: { name: x }\n',
        ...withText('o8-module.yaml', 'optional: true', 'optional: false'),
      },
      {
        gates: [{ gate: 'soak', met: false, message: '5 minutes to go' }],
      },
    );
    expect(refused.findings.map(({ rule }) => rule)).toEqual([
      'own-namespace',
      'cluster-scoped',
      'known-kind',
    ]);
    expect(refused.refusals.map(({ kind }) => kind)).toEqual([
      'policy',
      'policy',
      'policy',
      'dependency',
      'gate',
    ]);
  });

  it('makes an undeployable plan of a module without a chart', async () => {
    const { plan: refused, manifests } = await plan('chartless', {
      'charts/Chart.yaml': undefined,
    });
    expect(manifests).toEqual([]);
    expect(refused).toMatchObject({
      module: 'my-service',
      refusals: [
        {
          kind: 'invalid',
          message: expect.stringContaining('charts/Chart.yaml'),
        },
      ],
    });
  });

  it('says what the cluster itself would not take', async () => {
    await execute(await plan('trial'));
    const { plan: refused } = await plan('trial', {
      'charts/templates/x.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x }\ndta: { a: b }\n',
    });
    expect(refused.refusals).toEqual([
      { kind: 'invalid', message: expect.stringContaining('dta') },
    ]);
  }, 60_000);

  it('scales by override, and keeps the pods that a restart made', async () => {
    await execute(await plan('scale'));
    const scaled = await plan('scale', {}, { replicas: 3 });
    expect(scaled.plan.changes.flatMap(({ fields }) => fields)).toEqual([
      { path: 'spec.replicas', before: 1, after: 3 },
    ]);
    const restartedAt = '2026-01-01T00:00:00.000Z';
    await execute(await plan('scale', {}, { restartedAt }), 'd-2');
    expect(changed((await plan('scale')).plan)).toEqual([]);
  }, 60_000);

  it('takes back what people changed by hand, and says so; leaves controllers alone', async () => {
    await execute(await plan('hand'));
    const { namespace } = (await plan('hand')).plan;
    const changeAs = async (fieldManager: string, greeting: string) => {
      const other = connectCluster({
        name: 'test',
        kubeconfig: kubeconfig!,
        fieldManager,
      });
      await other.apply(
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'my-service-config', namespace },
          data: { greeting },
        },
        { force: true },
      );
      await other.close();
    };
    await changeAs('kubectl', 'by hand');
    const byHand = await plan('hand');
    expect(byHand.plan.refusals).toEqual([]);
    expect(changed(byHand.plan)).toEqual([
      'update ConfigMap my-service-config',
    ]);
    expect(byHand.plan.warnings.join()).toContain('kubectl');
    expect(await execute(byHand, 'd-2')).toMatchObject({ state: 'succeeded' });

    await changeAs('some-operator', 'by machine');
    const byMachine = await plan('hand');
    expect(byMachine.plan.refusals).toEqual([
      { kind: 'invalid', message: expect.stringContaining('some-operator') },
    ]);
  }, 60_000);

  it('passes the error of a cluster that cannot be reached', async () => {
    const gone = connectCluster({ name: 'gone', kubeconfig: '/nowhere' });
    await expect(
      engine.plan(planInput(myService(), gone)),
    ).rejects.toMatchObject({ name: 'ClusterError' });
  });
});
