import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  Environment,
  ObjectRef,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { connectCluster } from '@orchestr8/backstage-plugin-orchestr8-node';
import { randomBytes } from 'node:crypto';
import {
  describeWithPlayground,
  RealService,
} from '../__testUtils__/RealService';
import { testEnvironment } from '../__testUtils__/testEnvironment';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const ADA = 'user:default/ada';
const APPLICATIONS = `o8-applications-${randomBytes(4).toString('hex')}`;
const SPACE = { apiVersion: 'v1', kind: 'Namespace' };

/** A workload that needs nobody to fill anything in. */
const WHOLE = {
  'charts/templates/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: {{ .Release.Name }} }
spec:
  replicas: {{ .Values.replicaCount }}
  selector: { matchLabels: { app: {{ .Release.Name }} } }
  template:
    metadata: { labels: { app: {{ .Release.Name }} } }
    spec:
      securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: app
          image: registry.example.com/app:1.0.0
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
`,
};

const production: Environment = testEnvironment('production', {
  promoteFrom: 'dev',
  gates: { healthy: true },
  delivery: 'argocd',
  argocd: {
    namespace: APPLICATIONS,
    project: 'default',
    repository: 'https://git.example.com/modules.git',
    path: '${module}/charts',
    revision: '${module}-${version}',
    server: 'https://kubernetes.default.svc',
  },
});

jest.setTimeout(120_000);

describeWithPlayground(
  'from the API to an Application of Argo CD (needs O8_TEST_KUBECONFIG and O8_RENDERER)',
  () => {
    const folder = createMockDirectory();
    let service: RealService;
    beforeEach(async () => {
      service = new RealService({
        folder: folder.path,
        environments: [testEnvironment('dev'), production],
      });
      await service.cluster.apply({
        ...SPACE,
        metadata: { name: APPLICATIONS },
      });
    });
    afterEach(async () => {
      await service.cluster.delete({ ...SPACE, name: APPLICATIONS });
      await service.close();
    });

    it('a release is promoted, followed until Argo CD has delivered it, and its health is what Argo CD says', async () => {
      const { module } = service;
      const portal = await service.startPortal(
        await databases.init('SQLITE_3'),
      );
      const ada = portal.as(ADA);
      const application: ObjectRef = {
        ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
        ...{ name: `${module}-production`, namespace: APPLICATIONS },
      };
      const seen = async () =>
        (await ada.listObservations(module, 'production'))[0];
      const begin = async (plan: Plan) => {
        expect(plan.refusals).toEqual([]);
        return (await ada.deploy({ plan: plan.hash })).id;
      };
      await service.write({ version: '1.0.0', files: WHOLE });
      const first = await ada.makePlan(module, { environment: 'dev' });
      expect(await portal.ended(await begin(first))).toMatchObject({
        state: 'succeeded',
      });
      expect((await seen()).health.status).toBe('Missing');

      const plan = await ada.makePlan(module, {
        environment: 'production',
        from: 'dev',
      });
      expect(plan).toMatchObject({
        delivery: 'argocd',
        changes: [{ action: 'create', object: application }],
      });
      const promotion = await begin(plan);
      await asArgo(service, application, 'Healthy');
      expect(await portal.ended(promotion)).toMatchObject({
        state: 'succeeded',
        steps: expect.arrayContaining([
          expect.objectContaining({ name: 'wait', state: 'succeeded' }),
          expect.objectContaining({ name: 'prune', state: 'skipped' }),
        ]),
      });
      expect(await seen()).toMatchObject({
        deployed: { version: '1.0.0' },
        health: { status: 'Healthy' },
        objects: [{ object: application }],
      });

      await asArgo(service, application, 'Degraded');
      const stop = new AbortController();
      for await (const { environment, health } of ada.watchObservations(
        module,
        { signal: stop.signal },
      )) {
        if (environment === 'production' && health.status === 'Degraded') {
          stop.abort();
        }
      }
      expect(await seen()).toMatchObject({ health: { status: 'Degraded' } });
      await expect(
        ada.planDeletion(module, { environment: 'production' }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
    });
  },
);

/** What Argo CD writes of an Application once it is there. */
async function asArgo(
  { cluster }: RealService,
  { apiVersion, kind, name, namespace }: ObjectRef,
  health: string,
): Promise<void> {
  const stop = new AbortController();
  let source: unknown;
  let destination: unknown;
  for await (const event of cluster.watch(
    { apiVersion, kind },
    { namespace, fieldSelector: `metadata.name=${name}`, signal: stop.signal },
  )) {
    if (event.type !== 'added' && event.type !== 'modified') continue;
    ({ source, destination } = event.object.spec);
    stop.abort();
  }
  const argo = connectCluster({
    name: 'playground',
    kubeconfig: process.env.O8_TEST_KUBECONFIG,
    fieldManager: 'argocd-controller',
  });
  await argo.apply(
    {
      ...{ apiVersion, kind, metadata: { name, namespace } },
      status: {
        sync: { status: 'Synced', comparedTo: { source, destination } },
        health: { status: health },
      },
    },
    { force: true },
  );
  await argo.close();
}
