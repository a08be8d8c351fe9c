import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { changed, PlanBench } from './__fixtures__/PlanBench';
import {
  definition,
  groupOfRun,
  letDefine,
  served,
  thing,
} from './__fixtures__/definitions';

const parts = PlanBench.parts();
const describeWithBoth = parts ? describe : describe.skip;

describeWithBoth(
  'a chart with definitions of kinds (needs O8_RENDERER, O8_TEST_KUBECONFIG)',
  () => {
    const group = groupOfRun();
    let bench: PlanBench;
    let refusing: PlanBench;
    let takeAway = async () => {};
    beforeAll(async () => {
      bench = new PlanBench(parts!, {
        clusterScopedKinds: ['CustomResourceDefinition'],
      });
      refusing = new PlanBench(parts!);
      takeAway = await letDefine(bench.cluster, [group, `other.${group}`]);
    });
    afterAll(async () => {
      await takeAway();
      await Promise.all([bench.close(), refusing.close()]);
    });

    const chart = (text: string, more: Record<string, string> = {}) => ({
      'charts/crds/things.yaml': text,
      'charts/templates/thing.yaml': thing(group, 'red', 'size: 1'),
      ...more,
    });

    it('is refused without leave for definitions, for the definition and for what needs it', async () => {
      const { plan } = await refusing.plan('crd-refused', {
        ...chart(definition(group)),
      });
      expect(plan.findings).toEqual([
        expect.objectContaining({
          rule: 'cluster-scoped',
          remedy: expect.stringContaining(
            'clusterScopedKinds: [CustomResourceDefinition]',
          ),
        }),
        expect.objectContaining({
          rule: 'known-kind',
          message: `The cluster does not know ${group}/v1 Thing: the module brings its definition things.${group}, and modules have no leave to bring definitions.`,
          remedy: expect.stringContaining('Let the operator install'),
        }),
      ]);
      expect(plan.refusals).toHaveLength(2);
    });

    it('plans the definition before its objects, says that they cannot be tried, and brings both', async () => {
      const planned = await bench.plan(
        'crd',
        chart(definition(group), {
          'charts/templates/guarded.yaml': `{{ if .Capabilities.APIVersions.Has "${group}/v1/Thing" }}\n${thing(
            group,
            'guarded',
            'size: 3',
          )}{{ end }}\n`,
        }),
      );
      const { plan } = planned;
      expect(plan.refusals).toEqual([]);
      const order = plan.changes.map(({ object }) => object.kind);
      expect(order.slice(0, 2)).toEqual([
        'Namespace',
        'CustomResourceDefinition',
      ]);
      expect(changed(plan).slice(-2)).toEqual([
        'create Thing guarded',
        'create Thing red',
      ]);
      expect(plan.warnings).toContain(
        `Thing (${group}/v1), of which the definition comes with this release, could not be tried: only when guarded, red is applied will it be seen whether the cluster takes it.`,
      );
      expect(await bench.execute(planned)).toMatchObject({
        state: 'succeeded',
      });
      const made = await bench.cluster.get({
        apiVersion: `${group}/v1`,
        kind: 'Thing',
        name: 'red',
        namespace: plan.namespace,
      });
      expect(made?.spec).toEqual({ size: 1 });
      const again = await bench.plan('crd', chart(definition(group)));
      expect(changed(again.plan)).toEqual(['delete Thing guarded']);
      expect(again.plan.warnings).toEqual([]);
    }, 60_000);

    it('changes a definition and uses what is new in it in one deployment', async () => {
      const more = {
        'charts/templates/thing.yaml': thing(
          group,
          'red',
          'size: 1, colour: red',
        ),
        'charts/templates/newer.yaml': thing(group, 'blue', 'size: 2', 'v2'),
      };
      const next = await bench.plan(
        'crd',
        chart(definition(group, { colour: true, v2: true }), more),
      );
      expect(next.plan.refusals).toEqual([]);
      expect(changed(next.plan)).toEqual([
        `update CustomResourceDefinition things.${group}`,
        'create Thing blue',
        expect.stringMatching(/^\w+ Thing red$/),
        'delete Thing guarded',
      ]);
      expect(next.plan.warnings).toEqual([
        expect.stringContaining('of which this release changes the definition'),
        expect.stringContaining(`Thing (${group}/v2)`),
      ]);
      expect(await bench.execute(next, 'd-2')).toMatchObject({
        state: 'succeeded',
      });
      const red = await bench.cluster.get({
        apiVersion: `${group}/v1`,
        kind: 'Thing',
        name: 'red',
        namespace: next.plan.namespace,
      });
      expect(red?.spec).toEqual({ size: 1, colour: 'red' });
    }, 60_000);

    it('keeps the definition when it leaves the release, and deletes its objects', async () => {
      const left = await bench.plan('crd');
      expect(changed(left.plan).sort()).toEqual([
        'delete Thing blue',
        'delete Thing red',
        `skip CustomResourceDefinition things.${group}`,
      ]);
    }, 60_000);

    it('leaves a definition that others brought as it is, and refuses versions that it does not serve', async () => {
      const other = `other.${group}`;
      const theirs: KubernetesObject = JSON.parse(definition(other));
      await bench.cluster.apply(theirs);
      await served(bench.cluster, `${other}/v1`);
      const { plan } = await bench.plan('crd-foreign', {
        'charts/crds/things.yaml': definition(other, { v2: true }),
        'charts/templates/thing.yaml': thing(other, 'old', 'size: 1'),
        'charts/templates/newer.yaml': thing(other, 'new', 'size: 1', 'v2'),
      });
      expect(changed(plan)).toEqual(
        expect.arrayContaining([
          `skip CustomResourceDefinition things.${other}`,
          'create Thing old',
          'skip Thing new',
        ]),
      );
      expect(plan.findings).toEqual([
        expect.objectContaining({
          rule: 'known-kind',
          message: expect.stringContaining('not this module'),
        }),
      ]);
    }, 60_000);

    it('judges objects of a kind that is not bound to a namespace as such', async () => {
      const wide = `wide.${group}`;
      const { plan } = await bench.plan('crd-wide', {
        'charts/crds/things.yaml': definition(wide, { scope: 'Cluster' }),
        'charts/templates/thing.yaml': thing(wide, 'all', 'size: 1'),
      });
      expect(plan.findings).toEqual([
        expect.objectContaining({
          rule: 'cluster-scoped',
          object: { apiVersion: `${wide}/v1`, kind: 'Thing', name: 'all' },
        }),
      ]);
    });
  },
);
