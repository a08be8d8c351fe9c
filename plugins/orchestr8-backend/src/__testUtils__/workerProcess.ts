import Knex from 'knex';
import {
  connectCluster,
  createEngine,
  RendererProcess,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { LoggerService } from '@backstage/backend-plugin-api';
import { DatabasePlans } from '../store/DatabasePlans';
import { DatabaseRuns } from '../store/DatabaseRuns';
import { carryOutPlan } from '../worker/carryOutPlan';
import { DeploymentSignals } from '../worker/DeploymentSignals';
import { DeploymentWorker } from '../worker/DeploymentWorker';

// A worker in a process of its own, so that a test can kill it.
const [filename, kubeconfig, renderer] = process.argv.slice(2);
const knex = Knex({
  client: 'better-sqlite3',
  connection: { filename },
  useNullAsDefault: true,
});
const cluster = connectCluster({ name: 'playground', kubeconfig });
const write = (message: string) => process.stderr.write(`${message}\n`);
const logger: LoggerService = {
  debug: () => {},
  info: write,
  warn: write,
  error: write,
  child: () => logger,
};

new DeploymentWorker({
  runs: new DatabaseRuns(knex),
  signals: new DeploymentSignals(),
  logger,
  carryOut: carryOutPlan({
    engine: createEngine({
      renderer: new RendererProcess({ command: renderer }),
    }),
    clusterOf: () => cluster,
    timeoutOf: () => 60_000,
    planOf: async ({ plan: hash }) => {
      const plan = await new DatabasePlans(knex).find(hash);
      if (!plan) {
        throw new Error(`There is no plan ${hash}.`);
      }
      return plan;
    },
  }),
}).start();
