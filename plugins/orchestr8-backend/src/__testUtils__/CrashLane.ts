import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  DeploymentStep,
  isTerminal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Engine } from '@orchestr8/backstage-plugin-orchestr8-node';
import KnexFactory, { Knex } from 'knex';
import { DatabasePlans } from '../store/DatabasePlans';
import { DatabaseRuns } from '../store/DatabaseRuns';
import { ClusterConnection } from '../services/Clusters';
import { migrateDatabase } from '../store/migrateDatabase';
import { carryOutPlan } from '../worker/carryOutPlan';
import { DeploymentSignals } from '../worker/DeploymentSignals';
import { DeploymentWorker } from '../worker/DeploymentWorker';
import { DeployedModule } from './DeployedModule';
import { heardWrites, WriteHearer } from './heardWrites';
import { EndAt, WorkerProcess } from './WorkerProcess';

const LEASE_MS = 1_500;
/** All workers go by one name, as processes would that are copies of one: only the epoch tells their claims apart. */
const OWNER = 'worker';

/** What all lanes share. */
export interface LaneParts {
  engine: Engine;
  cluster: ClusterConnection;
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

  startWorker(endAt?: EndAt): WorkerProcess {
    const { kubeconfig, renderer } = this.parts;
    const worker = new WorkerProcess({
      ...{ database: this.database, kubeconfig, renderer },
      leaseMs: LEASE_MS,
      owner: OWNER,
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

  /** Starts another worker, in this process; `hearer` hears of what it writes. */
  takeOver(hearer?: WriteHearer): { stop(): Promise<void> } {
    const { engine, cluster } = this.parts;
    const plans = new DatabasePlans(this.knex);
    const heard = hearer ? heardWrites(cluster, hearer) : cluster;
    const another = new DeploymentWorker({
      runs: new DatabaseRuns(this.knex, { leaseMs: LEASE_MS }),
      leaseMs: LEASE_MS,
      heartbeatMs: LEASE_MS / 5,
      pollMs: 100,
      owner: OWNER,
      signals: new DeploymentSignals(),
      logger: mockServices.logger.mock(),
      carryOut: carryOutPlan({
        engine,
        clusterOf: () => heard,
        timeoutOf: () => 60_000,
        planOf: async ({ plan }) => (await plans.find(plan))!,
      }),
    });
    another.start();
    return another;
  }

  /** What the database has of a deployment: whose it is now, how it stands, and all that its first run, which was left by then, ever told. */
  async firstRun(deployment: string, { leftAt = 0 }: WorkerProcess) {
    const { knex } = this;
    const events = await knex('o8_deployment_events').where({ deployment });
    const [{ epoch, state }] = await knex('o8_deployments').where({
      id: deployment,
    });
    return {
      ...{ epoch: Number(epoch), state },
      steps: await knex('o8_steps')
        .where({ deployment, epoch: 1 })
        .orderBy('position'),
      // Every telling bears when its run began to look.
      told: events.filter(({ snapshot }) => {
        const [looking]: DeploymentStep[] = JSON.parse(snapshot).steps;
        return Date.parse(looking?.startedAt ?? '') <= leftAt;
      }).length,
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
