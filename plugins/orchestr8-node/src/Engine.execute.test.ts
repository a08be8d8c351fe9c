import { changed, PlanBench } from './__fixtures__/PlanBench';

const parts = PlanBench.parts();
const describeWithBoth = parts ? describe : describe.skip;

describeWithBoth(
  'plan after plan (needs O8_RENDERER, O8_TEST_KUBECONFIG)',
  () => {
    let bench: PlanBench;
    beforeAll(() => {
      bench = new PlanBench(parts!);
    });
    afterAll(() => bench.close());

    it('after a deployment shows nothing to do, then only what the next release changes', async () => {
      const outcome = await bench.execute(await bench.plan('next'));
      expect(outcome).toMatchObject({ state: 'succeeded' });
      const again = await bench.plan('next');
      expect(changed(again.plan)).toEqual([]);

      const { plan: next } = await bench.plan('next', {
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
      await bench.execute(await bench.plan('prune', extra));
      const planned = await bench.plan('prune');
      expect(changed(planned.plan).sort()).toEqual([
        'delete ConfigMap extra',
        'skip PersistentVolumeClaim store',
      ]);
      expect(await bench.execute(planned, 'd-2')).toMatchObject({
        state: 'succeeded',
      });
      const { namespace } = planned.plan;
      const left = await bench.cluster.get({
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
      await bench.execute(await bench.plan('mask', secret('hunter-one')));
      const { plan: masked } = await bench.plan('mask', secret('hunter-two'));
      expect(changed(masked)).toEqual(['update Secret hidden']);
      const text = JSON.stringify(masked);
      for (const value of ['hunter-one', 'hunter-two']) {
        expect(text).not.toContain(value);
        expect(text).not.toContain(Buffer.from(value).toString('base64'));
      }
      expect(text).toContain('(secret)');
    }, 60_000);

    it('does not begin a plan that the world has overtaken, and says what moved', async () => {
      await bench.execute(await bench.plan('stale'));
      const planned = await bench.plan('stale', {
        'charts/values.yaml':
          'replicaCount: 1\nimage: registry.local/my-service:2.0.0\ngreeting: hello\n',
      });
      await bench.cluster.apply(
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
      expect(await bench.execute(planned, 'd-2')).toMatchObject({
        state: 'failed',
        failure: {
          cause: 'stale-plan',
          evidence: [expect.stringContaining('my-service-config')],
        },
      });
    }, 60_000);

    it('scales by override, and keeps the pods that a restart made', async () => {
      await bench.execute(await bench.plan('scale'));
      const scaled = await bench.plan('scale', {}, { replicas: 3 });
      const { fields } = scaled.plan.changes.find(
        ({ object }) => object.kind === 'Deployment',
      )!;
      expect(fields).toEqual([{ path: 'spec.replicas', before: 1, after: 3 }]);
      const restartedAt = '2026-01-01T00:00:00.000Z';
      await bench.execute(
        await bench.plan('scale', {}, { restartedAt }),
        'd-2',
      );
      expect(changed((await bench.plan('scale')).plan)).toEqual([]);
    }, 60_000);

    it('takes back what people changed by hand, and says so; leaves controllers alone', async () => {
      await bench.execute(await bench.plan('hand'));
      const { namespace } = (await bench.plan('hand')).plan;
      const changeAs = async (fieldManager: string, greeting: string) => {
        const other = bench.connectAs(fieldManager);
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
      const byHand = await bench.plan('hand');
      expect(byHand.plan.refusals).toEqual([]);
      expect(changed(byHand.plan)).toEqual([
        'update ConfigMap my-service-config',
      ]);
      const [{ takesOver }] = byHand.plan.changes.filter(
        change => change.takesOver,
      );
      expect(takesOver).toEqual([
        { manager: 'kubectl', field: 'data.greeting' },
      ]);
      expect(await bench.execute(byHand, 'd-2')).toMatchObject({
        state: 'succeeded',
      });

      await changeAs('some-operator', 'by machine');
      const byMachine = await bench.plan('hand');
      expect(byMachine.plan.refusals).toEqual([
        {
          kind: 'policy',
          message: expect.stringContaining('some-operator'),
          leave: 'conflicts',
        },
      ]);
    }, 60_000);
  },
);
