import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { isTerminal } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  ClusterWriter,
  Engine,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import KnexFactory, { Knex } from 'knex';
import { DatabasePlans } from '../store/DatabasePlans';
import { DatabaseRuns } from '../store/DatabaseRuns';
import { migrateDatabase } from '../store/migrateDatabase';
import { carryOutPlan } from '../worker/carryOutPlan';
import { DeploymentSignals } from '../worker/DeploymentSignals';
import { DeploymentWorker } from '../worker/DeploymentWorker';
import { DeployedModule } from './DeployedModule';
import { WorkerProcess, WorkerProcessOptions } from './WorkerProcess';

const LEASE_MS = 1_500;

/** What all lanes share. */
export interface LaneParts {
  engine: Engine;
  cluster: ClusterWriter;
  kubeconfig: string;
  renderer: string;
}

/** A service with a database of its own, in which one deployment at a time is carried out by a worker that ends early. */
export class CrashLane {
  private readonly workers: WorkerProcess[] = [];

  private constructor(
    private readonly parts: LaneParts,
    private readonly database: Knex.Config,
    readonly knex: Knex,
  ) {}

  static async open(
    id: TestDatabaseId,
    databases: TestDatabases,
    parts: LaneParts,
  ): Promise<CrashLane> {
    const database = await configOf(id, databases);
    const knex = KnexFactory(database);
    await migrateDatabase({ getClient: async () => knex });
    return new CrashLane(parts, database, knex);
  }

  newModule(): DeployedModule {
    return new DeployedModule({ ...this.parts, knex: this.knex });
  }

  startWorker(endAt?: WorkerProcessOptions['endAt']): WorkerProcess {
    const { kubeconfig, renderer } = this.parts;
    const worker = new WorkerProcess({
      ...{ database: this.database, kubeconfig, renderer },
      leaseMs: LEASE_MS,
      endAt,
    });
    this.workers.push(worker);
    return worker;
  }

  /** Until the deployment has ended, whoever sees to it. */
  async ended(module: DeployedModule, id: string): Promise<void> {
    for (;;) {
      const deployment = await module.find(id);
      if (deployment && isTerminal(deployment.state)) return;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  /** Another worker, of this process, sees the deployment to its end. */
  async takeOver(module: DeployedModule, id: string): Promise<void> {
    const { engine, cluster } = this.parts;
    const plans = new DatabasePlans(this.knex);
    const another = new DeploymentWorker({
      runs: new DatabaseRuns(this.knex, { leaseMs: LEASE_MS }),
      leaseMs: LEASE_MS,
      pollMs: 100,
      signals: new DeploymentSignals(),
      logger: mockServices.logger.mock(),
      carryOut: carryOutPlan({
        engine,
        clusterOf: () => cluster,
        timeoutOf: () => 60_000,
        planOf: async ({ plan }) => (await plans.find(plan))!,
      }),
    });
    another.start();
    await this.ended(module, id);
    await another.stop();
  }

  /** All that the database has of a deployment. */
  async rowsOf(deployment: string) {
    const { knex } = this;
    return {
      deployment: await knex('o8_deployments').where({ id: deployment }),
      steps: await knex('o8_steps').where({ deployment }),
      events: await knex('o8_deployment_events').where({ deployment }),
    };
  }

  async close(): Promise<void> {
    this.workers.forEach(worker => worker.kill());
    await this.knex.destroy();
  }
}

/** A database that other processes can open too. */
async function configOf(
  id: TestDatabaseId,
  databases: TestDatabases,
): Promise<Knex.Config> {
  if (id === 'SQLITE_3') {
    const folder = await mkdtemp(join(tmpdir(), 'o8-crashes-'));
    return {
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'portal.sqlite') },
      useNullAsDefault: true,
    };
  }
  const { client, connection } = (await databases.init(id)).client.config;
  return { client, connection };
}
