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
import { pointsOfCluster, pointsOfDatabase, REFUSED } from './crashPoints';
import { WorkerProcessOptions } from './WorkerProcess';

// A worker in a process of its own, so that a test can kill it. It says on its
// standard output, a line each: the places at which it could have ended, that it
// ends itself, what the cluster refused for its epoch, and when a run is over.
const options: WorkerProcessOptions = JSON.parse(process.argv[2]);
const { endAt } = options;
const say = (line: string) => process.stdout.write(`${line}\n`);
let passed = 0;
let isEnding = false;
let isInside = () => false;
/** Who sleeps with a file database locked stops everybody: there is one process there. */
const untilItLocksNobody = async () => {
  if (options.database.client !== 'better-sqlite3') return;
  do await new Promise(setImmediate);
  while (isInside());
};
// As in a machine that was suspended, no clock of its own tells who wakes that it slept.
const now = performance.now.bind(performance);
let sleptMs = 0;
performance.now = () => now() - sleptMs;
const at = async (name: string) => {
  say(name);
  if (!endAt || isEnding || name === REFUSED) return false;
  passed += 1;
  if ('point' in endAt ? passed < endAt.point : name !== endAt.name) {
    return false;
  }
  isEnding = true;
  if (endAt.signal === 'SIGSTOP') await untilItLocksNobody();
  say('ending');
  const fellAsleep = now();
  process.kill(process.pid, endAt.signal);
  sleptMs = now() - fellAsleep;
  return true;
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
  owner: options.owner,
  heartbeatMs: options.leaseMs && options.leaseMs / 5,
  signals: new DeploymentSignals(),
  logger,
  telemetry: { began: () => {}, ended: () => say('run over') },
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
