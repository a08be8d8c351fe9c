import {
  applicationOf,
  Environment,
  KubernetesObject,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { changed, PlanBench } from './__fixtures__/PlanBench';
import { FileChanges, withText } from './__fixtures__/myService';
import { testEnvironment } from './__fixtures__/planInput';
import { PlannedDeployment } from './EngineTypes';
import { observeModule } from './observe';

/** A pod that is restricted without anybody's help. */
const secured = withText(
  'charts/templates/deployment.yaml',
  '            readOnlyRootFilesystem: true\n',
  `            readOnlyRootFilesystem: true
            runAsNonRoot: true
            allowPrivilegeEscalation: false
            capabilities: { drop: [ALL] }
            seccompProfile: { type: RuntimeDefault }
`,
);

const parts = PlanBench.parts();
const describeWithBoth = parts ? describe : describe.skip;

describeWithBoth(
  'an environment that Argo CD delivers to (needs O8_RENDERER, O8_TEST_KUBECONFIG)',
  () => {
    let bench: PlanBench;
    let applications: string;
    beforeAll(async () => {
      bench = new PlanBench(parts!);
      applications = bench.namespace('applications');
      await bench.cluster.apply({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: applications },
      });
    });
    afterAll(() => bench.close());

    const environment = (test: string): Environment => ({
      ...testEnvironment('dev', bench.namespace(test)),
      delivery: 'argocd',
      argocd: {
        namespace: applications,
        project: 'modules',
        repository: 'https://git.example.com/modules.git',
        path: '${module}/charts',
        revision: '${module}-${version}',
        server: 'https://kubernetes.default.svc',
      },
    });
    const plan = (test: string, files: FileChanges = {}) =>
      bench.plan(
        test,
        { ...secured, ...files },
        { environment: environment(test) },
      );
    const live = ({ manifests: [{ object }] }: PlannedDeployment) =>
      bench.cluster.get({
        apiVersion: object.apiVersion,
        kind: object.kind,
        name: object.metadata.name,
        namespace: object.metadata.namespace,
      });

    it('gets exactly the Application that the plan shows, and says what Argo CD does not bring', async () => {
      const planned = await plan('argo');
      expect(planned.plan.refusals).toEqual([]);
      expect(planned.plan.delivery).toBe('argocd');
      const name = planned.plan.namespace;
      expect(changed(planned.plan)).toEqual([`create Application ${name}`]);
      expect(planned.manifests[0].object).toMatchObject({
        metadata: {
          namespace: applications,
          labels: { 'orchestr8.io/module': 'my-service' },
        },
        spec: {
          project: 'modules',
          source: {
            repoURL: 'https://git.example.com/modules.git',
            path: 'my-service/charts',
            targetRevision: 'my-service-1.0.0',
            helm: {
              releaseName: 'my-service',
              valuesObject: { service: { ports: [{ name: 'http' }] } },
            },
          },
          destination: { namespace: name },
          syncPolicy: {
            managedNamespaceMetadata: {
              labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
            },
          },
        },
      });
      expect(planned.plan.warnings).toEqual([
        expect.stringContaining(
          'NetworkPolicy my-service-network-policy, ServiceAccount my-service',
        ),
      ]);
      const running = bench.execute(planned);
      await asArgo(bench, planned, 'Healthy');
      expect(await running).toMatchObject({
        state: 'succeeded',
        message: expect.stringContaining('by Argo CD'),
      });
      const seen = await observeModule({
        module: 'my-service',
        environment: 'dev',
        namespace: name,
        application: applicationOf(environment('argo'), 'my-service'),
        cluster: bench.cluster,
      });
      expect(seen.health).toEqual({ status: 'Healthy' });
      expect(seen.objects).toMatchObject([{ object: { kind: 'Application' } }]);
      const { spec } = (await live(planned))!;
      expect(spec).toEqual(planned.manifests[0].object.spec);
      expect(changed((await plan('argo')).plan)).toEqual([]);
    }, 60_000);

    it('shows the next version as a change of the revision, and waits for Argo CD to see it', async () => {
      const next = await plan('argo', {
        ...withText('o8-module.yaml', 'version: "1.0.0"', 'version: "1.1.0"'),
      });
      const [change] = next.plan.changes;
      expect(change.action).toBe('update');
      expect(change.fields).toContainEqual({
        path: 'spec.source.targetRevision',
        before: 'my-service-1.0.0',
        after: 'my-service-1.1.0',
      });
      const waits: string[] = [];
      const running = bench.engine.execute(next, {
        deployment: { id: 'd-2' },
        cluster: bench.cluster,
        timeoutMs: 60_000,
        signal: new AbortController().signal,
        onProgress: async (_, message) => {
          if (message.includes('has not seen what is asked for') && !waits[0]) {
            waits.push(message);
            await asArgo(bench, next, 'Healthy');
          }
        },
      });
      expect(await running).toMatchObject({ state: 'succeeded' });
      expect(waits).toHaveLength(1);
    }, 60_000);

    it('judges the chart as Argo CD will apply it: nothing is filled in', async () => {
      const { plan: bare } = await bench.plan(
        'argo-bare',
        {},
        { environment: environment('argo-bare') },
      );
      expect(bare.findings).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ rule: 'pod-security-restricted' }),
        ]),
      );
      expect(bare.filledIn).toEqual([]);
    });

    it('compares a committed Application in what decides from where to where', async () => {
      const committed = (repository: string) => ({
        'argocd-app.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: my-service, namespace: argocd }
spec:
  project: modules
  source:
    repoURL: ${repository}
    path: my-service/charts
    targetRevision: main
  destination:
    server: https://kubernetes.default.svc
    namespace: ${bench.namespace('argo-committed')}
`,
      });
      const same = await plan(
        'argo-committed',
        committed('https://git.example.com/modules.git'),
      );
      expect(same.plan.problems).toEqual([]);
      const other = await plan(
        'argo-committed',
        committed('https://evil.example.com/modules.git'),
      );
      expect(other.plan.problems).toMatchObject([
        {
          code: 'O8608',
          file: 'argocd-app.yaml',
          line: 7,
          message: expect.stringContaining(
            'The repository is "https://evil.example.com/modules.git"; the environment delivers with "https://git.example.com/modules.git"',
          ),
        },
      ]);
      expect(other.plan.refusals).toHaveLength(1);
    });

    it('leaves an Application of somebody else alone', async () => {
      const planned = await plan('argo-theirs');
      const { object } = planned.manifests[0];
      await bench.connectAs('argocd-server').apply({
        ...object,
        metadata: { ...object.metadata, labels: {} },
      });
      const { plan: again } = await plan('argo-theirs');
      expect(again.refusals).toContainEqual(
        expect.objectContaining({
          message: expect.stringContaining('was not written by Orchestr8'),
        }),
      );
    });
  },
);

/** What Argo CD writes once it has synced, as soon as the Application is there. */
async function asArgo(
  bench: PlanBench,
  { manifests: [{ object }] }: PlannedDeployment,
  health: string,
): Promise<void> {
  const { apiVersion, kind, metadata, spec } = object;
  const { name, namespace } = metadata;
  const stop = new AbortController();
  const argo = bench.connectAs('argocd-controller');
  for await (const event of bench.cluster.watch(
    { apiVersion, kind },
    { namespace, fieldSelector: `metadata.name=${name}`, signal: stop.signal },
  )) {
    if (event.type === 'added' || event.type === 'modified') stop.abort();
  }
  const status: KubernetesObject['status'] = {
    sync: {
      status: 'Synced',
      comparedTo: { source: spec.source, destination: spec.destination },
    },
    health: { status: health },
  };
  await argo.apply(
    { apiVersion, kind, metadata: { name, namespace }, status },
    { force: true },
  );
  await argo.close();
}
