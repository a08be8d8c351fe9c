import { changed, PlanBench } from './__fixtures__/PlanBench';
import { testEnvironment } from './__fixtures__/planInput';

const parts = PlanBench.parts();
const describeWithBoth = parts ? describe : describe.skip;

const CLAIM = {
  'charts/templates/claim.yaml':
    'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: store }\nspec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }\n',
};
const version = (number: string, tag = number) => ({
  'charts/values.yaml': `replicaCount: 1\nimage: registry.local/my-service:${tag}\ngreeting: "${number}"\n`,
});

describeWithBoth('the way back (needs O8_RENDERER, O8_TEST_KUBECONFIG)', () => {
  let bench: PlanBench;
  beforeAll(() => {
    bench = new PlanBench(parts!);
  });
  afterAll(() => bench.close());

  const deletion = (
    test: string,
    leave?: ('claims' | 'namespace' | 'definitions')[],
  ) =>
    bench.engine.planDeletion({
      module: 'my-service',
      environment: testEnvironment('dev', bench.namespace(test)),
      cluster: bench.cluster,
      leave,
      now: '2026-01-01T00:00:00.000Z',
    });
  const greetingIn = async (namespace: string) => {
    const name = 'my-service-config';
    const ref = { apiVersion: 'v1', kind: 'ConfigMap', name, namespace };
    return (await bench.cluster.get(ref))?.data.greeting;
  };

  it('deletes from the inventory what the plan shows, and keeps claims and the namespace', async () => {
    await bench.execute(await bench.plan('delete', CLAIM));
    const planned = await deletion('delete');
    expect(planned.plan).toMatchObject({ kind: 'delete', refusals: [] });
    expect(changed(planned.plan)).toEqual(
      expect.arrayContaining([
        'delete Deployment my-service',
        'skip PersistentVolumeClaim store',
        `skip Namespace ${planned.plan.namespace}`,
      ]),
    );
    expect(await bench.execute(planned, 'd-2')).toMatchObject({
      state: 'succeeded',
      message: 'my-service is gone from dev',
    });
    const { plan: again } = await deletion('delete');
    expect(again.changes.map(({ action }) => action)).toEqual(['skip', 'skip']);
  }, 60_000);

  it('deletes the namespace with its claims only when leave is given for both', async () => {
    await bench.execute(await bench.plan('leave', CLAIM));
    const { plan: refused } = await deletion('leave', ['namespace']);
    expect(refused.refusals).toEqual([
      {
        kind: 'policy',
        message: expect.stringContaining('store'),
        leave: 'claims',
      },
    ]);
    expect(refused.changes.filter(({ leave }) => leave)).toMatchObject([
      { action: 'delete', object: { kind: 'Namespace' }, leave: 'namespace' },
      { action: 'skip', object: { name: 'store' }, leave: 'claims' },
    ]);
    const planned = await deletion('leave', ['namespace', 'claims']);
    expect(planned.plan.hash).not.toBe(refused.hash);
    expect(await bench.execute(planned, 'd-2')).toMatchObject({
      state: 'succeeded',
    });
    const name = planned.plan.namespace;
    expect(
      await bench.cluster.get({ apiVersion: 'v1', kind: 'Namespace', name }),
    ).toBeUndefined();
  }, 90_000);

  it('refuses a deletion that has become stale, and one of a module that is not there', async () => {
    await bench.execute(await bench.plan('overtaken'));
    const planned = await deletion('overtaken');
    await bench.execute(await bench.plan('overtaken', CLAIM), 'd-2');
    expect(await bench.execute(planned, 'd-3')).toMatchObject({
      state: 'failed',
      failure: {
        cause: 'stale-plan',
        evidence: [expect.stringContaining('store')],
      },
    });
    const { plan: absent } = await deletion('never');
    expect(absent.refusals[0].message).toContain('has no inventory');
  }, 60_000);

  it('refuses a release that would empty the module, unless leave is given', async () => {
    await bench.execute(await bench.plan('empty'));
    const nothing = {
      'charts/templates/config.yaml': undefined,
      'charts/templates/deployment.yaml': undefined,
      'charts/templates/service.yaml': undefined,
      'charts/templates/empty.yaml': '# nothing\n',
    };
    const { plan: refused } = await bench.plan('empty', nothing);
    expect(refused.refusals).toEqual([
      {
        kind: 'policy',
        message: expect.stringContaining('"emptying"'),
        leave: 'emptying',
      },
    ]);
    const { plan: meant } = await bench.plan('empty', nothing, {
      leave: ['emptying'],
    });
    expect(meant.refusals).toEqual([]);
    expect(meant.warnings).toContainEqual(
      expect.stringMatching(/would be deleted\. Leave for that was given\.$/),
    );
  }, 60_000);

  it('puts back what ran before when a deployment fails', async () => {
    await bench.execute(await bench.plan('back', version('1')));
    const failing = await bench.plan('back', version('2', 'missing'));
    const outcome = await bench.engine.execute(failing, {
      deployment: { id: 'd-2' },
      cluster: bench.cluster,
      timeoutMs: 60_000,
      signal: new AbortController().signal,
      onProgress: async () => {},
      rollback: () => bench.plan('back', version('1'), { kind: 'rollback' }),
    });
    expect(outcome).toMatchObject({
      state: 'rolled-back',
      failure: { cause: 'image-missing' },
      rolledBackTo: { version: '1.0.0' },
    });
    expect(outcome.steps.at(-1)).toMatchObject({
      name: 'rollback',
      state: 'succeeded',
    });
    expect(await greetingIn(failing.plan.namespace)).toBe('1');
  }, 90_000);
});
