import { myService, withText } from './__fixtures__/myService';
import { PlanBench, told } from './__fixtures__/PlanBench';
import { planInput } from './__fixtures__/planInput';
import { ClusterError } from './adapters';
import { PlanInput } from './EngineTypes';

const parts = PlanBench.parts();
const describeWithBoth = parts ? describe : describe.skip;

describeWithBoth('plan (needs O8_RENDERER, O8_TEST_KUBECONFIG)', () => {
  let bench: PlanBench;
  beforeAll(() => {
    bench = new PlanBench(parts!);
  });
  afterAll(() => bench.close());

  it('shows everything that a first deployment makes, in order', async () => {
    const { plan: first, manifests } = await bench.plan('first');
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
    const [one, two] = [await bench.plan('same'), await bench.plan('same')];
    expect(two.plan.hash).toBe(one.plan.hash);
  });

  it('refuses with every reason at once', async () => {
    const { plan: refused } = await bench.plan(
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
    const { plan: refused, manifests } = await bench.plan('chartless', {
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

  it('says so even before the namespace is there', async () => {
    const { plan: refused } = await bench.plan('trial-first', {
      'charts/templates/x.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: x }\nspec: { selector: { matchLabels: { app: one } }, template: { metadata: { labels: { app: two } }, spec: { containers: [{ name: a, image: "a:1" }] } } }\n',
    });
    expect(refused.refusals).toEqual([
      {
        kind: 'invalid',
        message: expect.stringMatching(/Deployment .*\/x: .*selector/),
      },
    ]);
    expect(JSON.stringify(refused)).not.toContain('orchestr8-trial');
  });

  it('says what the cluster itself would not take', async () => {
    await bench.execute(await bench.plan('trial'));
    const { plan: refused } = await bench.plan('trial', {
      'charts/templates/x.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x }\ndta: { a: b }\n',
    });
    expect(refused.refusals).toEqual([
      { kind: 'invalid', message: expect.stringContaining('dta') },
    ]);
  }, 60_000);

  it.each([
    ['nobody’s', {}, 'not made for the module'],
    [
      'another module’s',
      { 'orchestr8.io/module': 'other' },
      'belongs to the module "other"',
    ],
  ])(
    'takes over no namespace that is %s, until an administrator says so',
    async (whose, labels, words) => {
      const test = whose.startsWith('nobody') ? 'found' : 'theirs';
      const namespace = {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: bench.namespace(test), labels },
      };
      const administrator = bench.connectAs('administrator');
      await administrator.apply(namespace);
      const { plan: refused } = await bench.plan(test);
      expect(refused.refusals).toEqual([
        { kind: 'policy', message: expect.stringContaining(words) },
      ]);
      expect(refused.changes[0]).toMatchObject({
        action: 'skip',
        object: { kind: 'Namespace' },
      });
      await administrator.apply({
        ...namespace,
        metadata: {
          ...namespace.metadata,
          labels: { 'orchestr8.io/module': 'my-service' },
        },
      });
      await administrator.close();
      const planned = await bench.plan(test);
      expect(planned.plan.refusals).toEqual([]);
      expect(await bench.execute(planned)).toMatchObject({
        state: 'succeeded',
      });
    },
    60_000,
  );

  it.each(['absent', 'present'])(
    'says what the cluster would not take of hooks and tests, in a namespace that is %s',
    async where => {
      const job = (name: string, event: string) =>
        `apiVersion: batch/v1\nkind: Job\nmetadata: { name: ${name}, annotations: { helm.sh/hook: ${event} } }\nspec: { template: { spec: { restartPolicy: Sometimes, containers: [{ name: a, image: "a:1" }] } } }\n`;
      if (where === 'present') await bench.execute(await bench.plan('hooks'));
      const { plan } = await bench.plan(
        'hooks',
        {
          'charts/templates/hook.yaml': job('before', 'pre-install'),
          'charts/templates/upgrade.yaml': job('before-next', 'pre-upgrade'),
          'charts/templates/test.yaml': job('tried', 'test'),
        },
        { tests: true },
      );
      const hook = where === 'present' ? 'before-next' : 'before';
      expect(plan.refusals.map(({ message }) => message)).toEqual(
        [hook, 'tried'].map(name =>
          expect.stringMatching(
            new RegExp(`would not take Job \\S+/${name}:.*restartPolicy`),
          ),
        ),
      );
    },
    60_000,
  );

  it('shows of an update that the cluster refuses what the release says, not what the server filled in', async () => {
    await bench.execute(await bench.plan('refused'));
    const { plan } = await bench.plan(
      'refused',
      withText(
        'charts/templates/deployment.yaml',
        '    matchLabels:\n      app: {{ .Release.Name }}\n',
        '    matchLabels:\n      app: {{ .Release.Name }}\n      more: "1"\n',
      ),
    );
    expect(plan.refusals).not.toEqual([]);
    const change = plan.changes.find(
      ({ object }) => object.kind === 'Deployment',
    )!;
    expect(change.fields).toContainEqual({
      path: 'spec.selector.matchLabels.more',
      after: '1',
    });
    expect(change.fields.filter(({ after }) => after === undefined)).toEqual(
      [],
    );
  }, 60_000);

  it('passes the error of a cluster that cannot be reached', async () => {
    const error = new ClusterError('The cluster "gone" cannot be reached', {
      cluster: 'gone',
      reason: 'unreachable',
    });
    const gone = {
      capabilities: () => Promise.reject(error),
      get: () => Promise.reject(error),
      identity: () => Promise.reject(error),
    } as unknown as PlanInput['cluster'];
    await expect(bench.engine.plan(planInput(myService(), gone))).rejects.toBe(
      error,
    );
  });
});
