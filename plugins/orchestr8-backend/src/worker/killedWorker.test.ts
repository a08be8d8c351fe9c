import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  Deployment,
  isTerminal,
  ModuleFiles,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  connectCluster,
  createEngine,
  releaseDigest,
  RendererProcess,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import Knex from 'knex';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { DatabasePlans } from '../store/DatabasePlans';
import { migrateDatabase } from '../store/migrateDatabase';
import { exampleModule } from '../__testUtils__/exampleModule';
import { WorkerProcess } from '../__testUtils__/WorkerProcess';
import { queuedDeployment } from '../__testUtils__/queuedDeployment';
import { testEnvironment } from '../__testUtils__/testEnvironment';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const renderer = process.env.O8_RENDERER;
const describeWithPlayground =
  kubeconfig && renderer ? describe : describe.skip;

const name = `killed-${randomBytes(3).toString('hex')}`;
const namespace = `${name}-dev`;

jest.setTimeout(120_000);

describeWithPlayground('a worker that is killed', () => {
  const folder = createMockDirectory();
  const cluster = connectCluster({ name: 'playground', kubeconfig });
  const engine = createEngine({
    renderer: new RendererProcess({ command: renderer! }),
  });
  const workers: WorkerProcess[] = [];
  const database = {
    client: 'better-sqlite3',
    connection: { filename: join(folder.path, 'portal.sqlite') },
    useNullAsDefault: true,
  };
  const knex = Knex(database);
  const deployments = new DatabaseDeployments(knex);

  afterAll(async () => {
    workers.forEach(worker => worker.kill());
    await cluster.delete({
      apiVersion: 'v1',
      kind: 'Namespace',
      name: namespace,
    });
    await Promise.all([cluster.close(), engine.close(), knex.destroy()]);
  });

  const startWorker = (): WorkerProcess => {
    const worker = new WorkerProcess({
      database,
      kubeconfig: kubeconfig!,
      renderer: renderer!,
    });
    workers.push(worker);
    return worker;
  };

  const queue = async (): Promise<string> => {
    const files: ModuleFiles = new Map(
      Object.entries(exampleModule(name))
        .sort()
        .map(([path, text]) => [path, Buffer.from(text)]),
    );
    const planned = await engine.plan({
      files,
      release: releaseDigest(files),
      environment: testEnvironment('dev'),
      cluster,
      modules: new Map(),
      dependents: new Map(),
      gates: [],
      now: new Date().toISOString(),
      lastEnvironment: false,
    });
    expect(planned.plan.refusals).toEqual([]);
    await new DatabasePlans(knex).save({
      ...planned,
      terms: { kind: 'deploy' },
      createdBy: 'user:default/ada',
    });
    const deployment = queuedDeployment({
      module: name,
      namespace,
      plan: planned.plan.hash,
      release: planned.plan.release,
    });
    await deployments.enqueue(deployment);
    return deployment.id;
  };

  const until = async (
    id: string,
    wanted: (deployment: Deployment) => boolean,
  ): Promise<Deployment> => {
    for (;;) {
      const deployment = await deployments.find(id);
      if (deployment && wanted(deployment)) {
        return deployment;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  };

  it('is replaced within 20 seconds, and the deployment ends succeeded with every object once', async () => {
    await migrateDatabase({ getClient: async () => knex });
    const id = await queue();
    const first = startWorker();
    await until(id, ({ steps }) =>
      steps.some(step => step.name === 'apply' && step.objects?.length),
    );
    first.kill();
    const killedAt = Date.now();
    expect(await deployments.find(id)).toMatchObject({ state: 'running' });

    startWorker();
    await until(id, ({ message }) => message.startsWith('Taken over'));
    expect(Date.now() - killedAt).toBeLessThan(20_000);
    const ended = await until(id, ({ state }) => isTerminal(state));
    expect(ended).toMatchObject({ state: 'succeeded' });

    const events = await deployments.eventsAfter(id, 0);
    expect(
      events.filter(event => isTerminal(event.deployment.state)),
    ).toHaveLength(1);
    const sets = await cluster.list(
      { apiVersion: 'apps/v1', kind: 'ReplicaSet' },
      { namespace },
    );
    expect(sets).toHaveLength(1);
    const [live] = await cluster.list(
      { apiVersion: 'apps/v1', kind: 'Deployment' },
      { namespace },
    );
    expect(live.metadata.generation).toBe(1);
  });
});
