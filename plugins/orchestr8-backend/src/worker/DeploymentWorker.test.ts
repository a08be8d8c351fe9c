import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  Deployment,
  isTerminal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { FencedOff } from '@orchestr8/backstage-plugin-orchestr8-node';
import { Knex } from 'knex';
import { ProblemError } from '../router/ProblemError';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { DatabaseRuns, RunOutcome } from '../store/DatabaseRuns';
import { migrateDatabase } from '../store/migrateDatabase';
import { queuedDeployment } from '../__testUtils__/queuedDeployment';
import { DeploymentSignals } from './DeploymentSignals';
import {
  CarryOut,
  DeploymentWorker,
  DeploymentWorkerOptions,
} from './DeploymentWorker';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const done: RunOutcome = { state: 'succeeded', message: 'Done.', steps: [] };

/** Carries nothing out before it is let go on; fails the way the engine does when it is aborted. */
function heldBack() {
  const begun: { recovered: boolean }[] = [];
  let letGo = () => {};
  const gate = new Promise<void>(resolve => {
    letGo = resolve;
  });
  const carryOut: CarryOut = async (_, { recovered, signal, onProgress }) => {
    await onProgress([], 'Applying.');
    begun.push({ recovered });
    await new Promise<void>((resolve, reject) => {
      gate.then(resolve);
      signal.addEventListener('abort', () =>
        signal.reason === 'cancelled' ? resolve() : reject(signal.reason),
      );
    });
    return signal.aborted ? { ...done, state: 'cancelled' } : done;
  };
  return { begun, carryOut, letGo };
}

describe('the worker', () => {
  let knex: Knex;
  let deployments: DatabaseDeployments;
  let signals: DeploymentSignals;
  let workers: DeploymentWorker[];

  beforeEach(async () => {
    const client = await databases.init('SQLITE_3');
    knex = await migrateDatabase({ getClient: async () => client });
    deployments = new DatabaseDeployments(knex);
    signals = new DeploymentSignals();
    workers = [];
  });

  afterEach(() => Promise.all(workers.map(worker => worker.stop())));

  const startWorker = (options: Partial<DeploymentWorkerOptions> = {}) => {
    const leaseMs = options.leaseMs ?? 400;
    const worker = new DeploymentWorker({
      runs: new DatabaseRuns(knex, { leaseMs }),
      signals,
      logger: mockServices.logger.mock(),
      carryOut: async () => done,
      heartbeatMs: 100,
      pollMs: 50,
      ...options,
      leaseMs,
    });
    workers.push(worker);
    worker.start();
    return worker;
  };

  const queue = async (changes: Partial<Deployment> = {}) => {
    const deployment = queuedDeployment(changes);
    await deployments.enqueue(deployment);
    signals.notify(deployment);
    return deployment.id;
  };

  /** The deployment as soon as it is as wanted. */
  const until = async (
    id: string,
    wanted: (deployment: Deployment) => boolean,
  ): Promise<Deployment> => {
    for (;;) {
      const changed = signals.next({ id, timeoutMs: 50 });
      const deployment = await deployments.find(id);
      if (deployment && wanted(deployment)) {
        return deployment;
      }
      await changed;
    }
  };
  const ended = (id: string) => until(id, ({ state }) => isTerminal(state));
  const applying = (id: string) =>
    until(id, ({ message }) => message === 'Applying.');

  it('sees a deployment to its end', async () => {
    startWorker();
    expect(await ended(await queue())).toMatchObject({ state: 'succeeded' });
  });

  it('holds its lease through a run that is longer than the lease', async () => {
    const held = heldBack();
    startWorker({ carryOut: held.carryOut });
    startWorker({ carryOut: held.carryOut });
    const id = await queue();
    await applying(id);
    await new Promise(resolve => setTimeout(resolve, 900));
    held.letGo();
    expect(await ended(id)).toMatchObject({ state: 'succeeded' });
    expect(held.begun).toEqual([{ recovered: false }]);
  });

  it('hands over at once when it is stopped', async () => {
    const held = heldBack();
    const first = startWorker({ carryOut: held.carryOut, leaseMs: 60_000 });
    const id = await queue();
    await applying(id);
    await first.stop();
    const next = heldBack();
    next.letGo();
    startWorker({ carryOut: next.carryOut, leaseMs: 60_000 });
    expect(await ended(id)).toMatchObject({ state: 'succeeded' });
    expect(next.begun).toEqual([{ recovered: true }]);
  });

  it('cancels what runs when it is asked to', async () => {
    startWorker({ carryOut: heldBack().carryOut });
    const id = await queue();
    await applying(id);
    const { module } = (await deployments.cancel(id, {
      by: 'ada',
      at: 'now',
    })) ?? { module: '' };
    signals.notify({ id, module, cancel: true });
    expect(await ended(id)).toMatchObject({ state: 'cancelled' });
  });

  it('keeps slots for other clusters while one takes for ever', async () => {
    const held = heldBack();
    startWorker({
      concurrency: 4,
      carryOut: (deployment, options) =>
        deployment.cluster === 'hangs'
          ? held.carryOut(deployment, options)
          : Promise.resolve(done),
    });
    const hanging = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        queue({ module: `stuck-${n}`, cluster: 'hangs' }),
      ),
    );
    const lives = await queue({ module: 'lives' });
    expect(await ended(lives)).toMatchObject({ state: 'succeeded' });
    expect(held.begun).toHaveLength(2);
    held.letGo();
    for (const id of hanging) {
      expect(await ended(id)).toMatchObject({ state: 'succeeded' });
    }
  });

  it('gives no verdict once its claim is lost', async () => {
    const held = heldBack();
    startWorker({ carryOut: held.carryOut });
    const id = await queue();
    await applying(id);
    await knex('o8_deployments').where({ id }).update({ epoch: 99 });
    held.letGo();
    await workers[0].stop();
    expect(await deployments.find(id)).toMatchObject({ state: 'running' });
  });

  it('records a fault of ours as a failure with a remedy, and keeps its text to the log', async () => {
    startWorker({
      carryOut: async () => {
        throw new Error('canary');
      },
    });
    const deployment = await ended(await queue());
    expect(deployment).toMatchObject({
      state: 'failed',
      failure: {
        cause: 'internal',
        message: expect.stringContaining('its log has the cause'),
      },
    });
    expect(JSON.stringify(deployment)).not.toContain('canary');
  });

  it('says what is known of a fault, and what to do', async () => {
    startWorker({
      carryOut: async () => {
        throw new ProblemError('ServiceUnavailableError', 'No such cluster.', {
          hint: 'Configure it.',
        });
      },
    });
    expect(await ended(await queue())).toMatchObject({
      failure: {
        message: expect.stringContaining('No such cluster.'),
        remedy: 'Configure it.',
      },
    });
  });

  it('notices that its record is older than the cluster, and goes on from there when it is asked again', async () => {
    const epochs: number[] = [];
    startWorker({
      carryOut: async (_, { epoch }) => {
        epochs.push(epoch);
        if (epoch <= 57) {
          throw new FencedOff(epoch, new Error('the inventory is of epoch 57'));
        }
        return done;
      },
    });
    expect(await ended(await queue())).toMatchObject({
      state: 'failed',
      failure: {
        cause: 'older-record',
        evidence: ['epoch of this run: 1', 'epoch in the cluster: 57'],
      },
    });
    expect(await ended(await queue())).toMatchObject({ state: 'succeeded' });
    expect(epochs).toEqual([1, 58]);
  });

  it('goes on after passing trouble of the database', async () => {
    const runs = new DatabaseRuns(knex);
    const finish = runs.finish.bind(runs);
    let troubles = 2;
    runs.finish = async (claim, outcome) => {
      troubles -= 1;
      if (troubles >= 0) {
        throw new Error('the database is restarting');
      }
      return finish(claim, outcome);
    };
    startWorker({ runs, leaseMs: 15_000 });
    expect(await ended(await queue())).toMatchObject({ state: 'succeeded' });
  });
});
