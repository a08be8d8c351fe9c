import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  Deployment,
  Orchestr8Client,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Knex } from 'knex';
import {
  describeWithPlayground,
  RealService,
  VersionedModule,
} from '../__testUtils__/RealService';
import { testEnvironment } from '../__testUtils__/testEnvironment';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});
const ADA = 'user:default/ada';
const CLAIM = {
  'charts/templates/claim.yaml':
    'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: store }\nspec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }\n',
};

jest.setTimeout(120_000);

describeWithPlayground.each(databases.eachSupportedId())(
  'from the API to a real API server on %s (needs O8_TEST_KUBECONFIG and O8_RENDERER)',
  id => {
    const folder = createMockDirectory();
    let knex: Knex;
    let service: RealService;
    let ada: Orchestr8Client;

    beforeEach(async () => {
      knex = await databases.init(id);
      service = new RealService({
        folder: folder.path,
        environments: [
          testEnvironment('dev'),
          testEnvironment('guarded', { rollbackOnFailure: true }),
        ],
      });
      ada = (await service.startPortal(knex)).as(ADA);
    });
    afterEach(() => service.close());

    const carriedOut = async (plan: Plan): Promise<Deployment> => {
      expect(plan.refusals).toEqual([]);
      const { id: deployment } = await ada.deploy({ plan: plan.hash });
      return service.portals[0].ended(deployment);
    };
    const deploy = async (environment: string, what: VersionedModule) => {
      await service.write(what);
      return carriedOut(await ada.makePlan(service.module, { environment }));
    };
    const seen = async (environment: string) =>
      (await ada.listObservations(service.module, environment))[0];
    const kept = async (environment: string) =>
      (await ada.listReleases(service.module, environment)).map(
        ({ version, current }) => `${version}${current ? ' runs' : ''}`,
      );
    const succeeded = { state: 'succeeded' };

    it('a release that ran before runs again when a person plans it, to the letter', async () => {
      const { module } = service;
      expect(await deploy('dev', { version: '1.0.0' })).toMatchObject(
        succeeded,
      );
      expect(
        await deploy('dev', {
          version: '2.0.0',
          files: {
            'charts/templates/extra.yaml':
              'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: extra }\n',
          },
        }),
      ).toMatchObject(succeeded);
      const before = await ada.listReleases(module, 'dev');

      await expect(
        ada.planRollback(module, { environment: 'dev', version: '3.0.0' }),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: `3.0.0 of "${module}" never ran in dev.`,
        problem: { hint: 'These ran there: 1.0.0.' },
      });
      const plan = await ada.planRollback(module, { environment: 'dev' });
      expect(plan).toMatchObject({ kind: 'rollback', version: '1.0.0' });
      expect(await carriedOut(plan)).toMatchObject({
        ...succeeded,
        kind: 'rollback',
      });

      expect(await service.greeting('dev')).toBe('1.0.0');
      expect(
        await service.cluster.get({
          ...{ apiVersion: 'v1', kind: 'ConfigMap', name: 'extra' },
          namespace: service.namespaceIn('dev'),
        }),
      ).toBeUndefined();
      expect(await ada.listDrift(module, 'dev')).toEqual([]);
      expect(await kept('dev')).toEqual(['1.0.0 runs', '2.0.0']);
      expect(await seen('dev')).toMatchObject({
        deployed: { version: '1.0.0', release: before[1].release },
        health: { status: 'Healthy' },
        lastDeployment: { kind: 'rollback', state: 'succeeded' },
      });
    });

    it('a failure is taken back by itself where the environment says so, and is left where it does not', async () => {
      const failing = { version: '2.0.0', tag: 'missing' };
      for (const environment of ['dev', 'guarded']) {
        expect(await deploy(environment, { version: '1.0.0' })).toMatchObject(
          succeeded,
        );
      }
      const left = await deploy('dev', failing);
      const taken = await deploy('guarded', failing);

      expect(left).toMatchObject({
        state: 'failed',
        failure: { cause: 'image-missing' },
      });
      expect(await service.greeting('dev')).toBe('2.0.0');
      expect(taken).toMatchObject({
        state: 'rolled-back',
        failure: { cause: 'image-missing' },
        rolledBackTo: { version: '1.0.0' },
      });
      expect(taken.steps.at(-1)).toMatchObject({
        name: 'rollback',
        state: 'succeeded',
      });
      expect(await service.greeting('guarded')).toBe('1.0.0');
      expect(await ada.listDrift(service.module, 'guarded')).toEqual([]);
      expect(await seen('guarded')).toMatchObject({
        deployed: { version: '1.0.0' },
        health: { status: 'Healthy' },
        lastDeployment: { state: 'rolled-back' },
      });
      // What failed never ran: it is nothing to go back to.
      expect(await kept('guarded')).toEqual(['1.0.0 runs']);
      const runs = await knex('o8_audit')
        .where({ event: 'deployment-run', environment: 'guarded' })
        .orderBy('sequence');
      expect(runs.map(({ outcome, message }) => [outcome, message])).toEqual([
        ['succeeded', null],
        ['failed', expect.stringMatching(/^rolled-back: .*1\.0\.0 runs/)],
      ]);
    });

    it('a first deployment that fails has nothing to go back to', async () => {
      const failed = await deploy('guarded', {
        version: '1.0.0',
        tag: 'missing',
      });
      expect(failed).toMatchObject({
        state: 'failed',
        failure: { cause: 'image-missing' },
      });
      expect((await seen('guarded')).deployed).toBeUndefined();
    });

    it('what is deleted goes, but for claims and the namespace, and its number of replicas is forgotten', async () => {
      const { module } = service;
      await deploy('dev', { version: '1.0.0', files: CLAIM });
      const scaled = await ada.scale(module, {
        environment: 'dev',
        replicas: 2,
      });
      await service.portals[0].ended(scaled.id);

      const plan = await ada.planDeletion(module, { environment: 'dev' });
      expect(await carriedOut(plan)).toMatchObject({
        ...succeeded,
        kind: 'delete',
        message: `${module} is gone from dev`,
      });

      expect(await service.live('dev')).toBeUndefined();
      const namespace = service.namespaceIn('dev');
      const left = [
        { kind: 'PersistentVolumeClaim', name: 'store', namespace },
        { kind: 'Namespace', name: namespace },
      ];
      for (const what of left) {
        const ref = { apiVersion: 'v1', ...what };
        expect(await service.cluster.get(ref)).toBeDefined();
      }
      const after = await seen('dev');
      expect(after).toMatchObject({ health: { status: 'Missing' } });
      expect(after.deployed).toBeUndefined();
      expect(after.scale).toBeUndefined();
      await expect(ada.restart(module, 'dev')).rejects.toThrow(
        /is not deployed to dev/,
      );
      // It comes back like any other, as it was declared.
      expect(
        await deploy('dev', { version: '1.0.0', files: CLAIM }),
      ).toMatchObject(succeeded);
      expect((await service.live('dev'))?.spec.replicas).toBe(1);
    });

    it('a number of replicas outlives deployments and rollbacks, and a restart touches the pods only', async () => {
      const { module } = service;
      await deploy('dev', { version: '1.0.0' });
      const scaled = await ada.scale(module, {
        environment: 'dev',
        replicas: 3,
      });
      expect(await service.portals[0].ended(scaled.id)).toMatchObject({
        ...succeeded,
        kind: 'scale',
      });
      const before = await service.live('dev');
      const restart = await ada.restart(module, 'dev');
      expect(await service.portals[0].ended(restart.id)).toMatchObject({
        ...succeeded,
        kind: 'restart',
      });
      const restarted = await service.live('dev');
      expect(restarted?.metadata.generation).toBe(
        before!.metadata.generation! + 1,
      );
      const again = await ada.makePlan(module, { environment: 'dev' });
      expect(
        again.changes.filter(({ action }) => action !== 'unchanged'),
      ).toEqual([]);

      expect(await deploy('dev', { version: '2.0.0' })).toMatchObject(
        succeeded,
      );
      const back = await ada.planRollback(module, { environment: 'dev' });
      expect(await carriedOut(back)).toMatchObject(succeeded);
      expect((await service.live('dev'))?.spec.replicas).toBe(3);
      expect(await seen('dev')).toMatchObject({
        deployed: { version: '1.0.0' },
        replicas: { ready: 3, desired: 3 },
        scale: { override: 3, by: ADA },
      });
      await expect(
        ada.scale(module, { environment: 'dev', replicas: 101 }),
      ).rejects.toThrow(/replicas must be <= 100/);
      expect((await service.live('dev'))?.spec.replicas).toBe(3);
    });
  },
);
