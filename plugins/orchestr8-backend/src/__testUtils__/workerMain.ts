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
import { pointsOfCluster, pointsOfDatabase } from './crashPoints';
import { WorkerProcessOptions } from './WorkerProcess';

// A worker in a process of its own, so that a test can kill it. It says on its
// standard output, a line each: the places at which it could have ended, and when
// a run is over.
const options: WorkerProcessOptions = JSON.parse(process.argv[2]);
const say = (line: string) => process.stdout.write(`${line}\n`);
let passed = 0;
let isEnding = false;
let isInside = () => false;
const at = (name: string) => {
  say(name);
  if (name === 'refused') return;
  passed += 1;
  if (passed < (options.endAt?.point ?? Infinity) || isEnding) return;
  // Who sleeps with a file database locked stops everybody: there is one process there.
  const isFile = options.database.client === 'better-sqlite3';
  if (isFile && options.endAt!.signal === 'SIGSTOP' && isInside()) return;
  isEnding = true;
  say('ending');
  process.kill(process.pid, options.endAt!.signal);
};

const knex = Knex(options.database);
isInside = pointsOfDatabase(knex, at);
const cluster = pointsOfCluster(
  connectCluster({ name: 'playground', kubeconfig: options.kubeconfig }),
  at,
);
const write = (message: string) => process.stderr.write(`${message}\n`);
const logger: LoggerService = {
  debug: () => {},
  info: write,
  warn: () => say('run over'),
  error: message => {
    write(message);
    // Whoever could not say how its run ended leaves it to the next one.
    if (/stays open/.test(message)) say('run over');
  },
  child: () => logger,
};

new DeploymentWorker({
  runs: new DatabaseRuns(knex, { leaseMs: options.leaseMs }),
  leaseMs: options.leaseMs,
  heartbeatMs: options.leaseMs && options.leaseMs / 5,
  signals: new DeploymentSignals(),
  logger,
  carryOut: carryOutPlan({
    engine: createEngine({
      renderer: new RendererProcess({ command: options.renderer }),
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
