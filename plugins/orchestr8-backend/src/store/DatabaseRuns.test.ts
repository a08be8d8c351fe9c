import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  Deployment,
  DeploymentStep,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Knex } from 'knex';
import { queuedDeployment } from '../__testUtils__/queuedDeployment';
import { DatabaseDeployments } from './DatabaseDeployments';
import { Claim, ClaimLostError } from './Claim';
import { DatabaseRuns } from './DatabaseRuns';
import { migrateDatabase } from './migrateDatabase';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});

if (!databases.supports('POSTGRES_15')) {
  it.todo(
    'also holds on PostgreSQL (needs BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING)',
  );
}

const succeeded = { state: 'succeeded' as const, message: 'Done.', steps: [] };

describe.each(databases.eachSupportedId())('the queue on %s', id => {
  let knex: Knex;
  let deployments: DatabaseDeployments;
  let runs: DatabaseRuns;

  beforeEach(async () => {
    knex = await fresh(id);
    deployments = new DatabaseDeployments(knex);
    runs = new DatabaseRuns(knex);
  });

  const queue = async (changes: Partial<Deployment> = {}) => {
    const queued = queuedDeployment(changes);
    await deployments.enqueue(queued);
    return queued;
  };

  /** As if the worker had been silent for longer than its lease. */
  const expireLeases = () =>
    knex('o8_deployments').where({ state: 'running' }).update({
      lease_until: 1,
    });

  it('hands a deployment to exactly one of many workers', async () => {
    const { id: wanted } = await queue();
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, index) => runs.claim(`worker-${index}`)),
    );
    const won = claims.filter(claim => claim !== undefined);
    expect(won).toHaveLength(1);
    expect(won[0]).toMatchObject({ epoch: 1, recovered: false });
    expect(won[0]!.deployment).toMatchObject({ id: wanted, state: 'running' });
  });

  it('runs one deployment per target at a time, and targets beside one another', async () => {
    const first = await queue();
    const claim = await runs.claim('a');
    const second = await queue();
    const elsewhere = await queue({ environment: 'staging' });
    expect((await runs.claim('b'))?.deployment.id).toBe(elsewhere.id);
    expect(await runs.claim('b')).toBeUndefined();
    await runs.finish(claim!, succeeded);
    const next = await runs.claim('b');
    expect(next?.deployment.id).toBe(second.id);
    expect(next?.epoch).toBe(2);
    expect(await deployments.find(first.id)).toMatchObject({
      state: 'succeeded',
    });
  });

  it('lets the newest of those that wait take the place of the older ones', async () => {
    const older = await queue();
    const { id: newer } = await queue();
    expect(await deployments.find(older.id)).toMatchObject({
      state: 'superseded',
      message: expect.stringContaining(newer),
      finishedAt: expect.any(String),
    });
    expect((await runs.claim('a'))?.deployment.id).toBe(newer);
  });

  it('gives a deployment whose worker fell silent to the next one, with a higher epoch', async () => {
    await queue();
    const lost = await runs.claim('a');
    expect(await runs.claim('b')).toBeUndefined();
    await expireLeases();
    const taken = await runs.claim('b');
    expect(taken).toMatchObject({ epoch: 2, recovered: true });
    expect(taken!.deployment.id).toBe(lost!.deployment.id);
    expect(taken!.deployment.startedAt).toBe(lost!.deployment.startedAt);
  });

  it.each([
    [
      'prolong its lease',
      (run: DatabaseRuns, claim: Claim) => run.heartbeat(claim),
    ],
    [
      'record progress',
      (run: DatabaseRuns, claim: Claim) => run.progress(claim, [], 'late'),
    ],
    [
      'record an end',
      (run: DatabaseRuns, claim: Claim) => run.finish(claim, succeeded),
    ],
  ])('does not let a worker that lost its claim %s', async (_, late) => {
    await queue();
    const lost = await runs.claim('a');
    await expireLeases();
    await expect(late(runs, lost!)).rejects.toThrow(ClaimLostError);
    const taken = await runs.claim('b');
    await expect(late(runs, lost!)).rejects.toThrow(ClaimLostError);
    await runs.finish(taken!, { ...succeeded, message: 'By b.' });
    await expect(late(runs, lost!)).rejects.toThrow(ClaimLostError);
    expect(await deployments.find(lost!.deployment.id)).toMatchObject({
      state: 'succeeded',
      message: 'By b.',
    });
  });

  it('records what runs at a target only after success', async () => {
    await queue();
    await runs.finish((await runs.claim('a'))!, {
      ...succeeded,
      state: 'failed',
      failure: { cause: 'timeout', message: 'm', evidence: [], remedy: 'r' },
    });
    expect(await deployments.deployed('shop', 'dev')).toBeUndefined();
    await queue({ version: '1.1.0' });
    await runs.finish((await runs.claim('a'))!, succeeded);
    expect(await deployments.deployed('shop', 'dev')).toMatchObject({
      version: '1.1.0',
    });
    expect([...(await deployments.deployedIn('dev')).keys()]).toEqual(['shop']);
  });

  it('keeps the time since when a release runs through scaling it', async () => {
    await queue();
    await runs.finish((await runs.claim('a'))!, succeeded);
    const before = await deployments.deployed('shop', 'dev');
    await queue({ kind: 'scale' });
    await runs.finish((await runs.claim('a'))!, succeeded);
    expect(await deployments.deployed('shop', 'dev')).toEqual(before);
  });

  it('cancels what waits at once, and asks the worker to cancel what runs', async () => {
    const by = { by: 'user:default/ada', at: new Date().toISOString() };
    const running = await queue();
    const claim = await runs.claim('a');
    const waiting = await queue();
    expect(await deployments.cancel(waiting.id, by)).toMatchObject({
      state: 'cancelled',
    });
    expect(await deployments.cancel(running.id, by)).toMatchObject({
      state: 'running',
    });
    expect(await runs.heartbeat(claim!)).toEqual({ cancelRequested: true });
    await runs.finish(claim!, { ...succeeded, state: 'cancelled' });
    expect(await runs.claim('a')).toBeUndefined();
  });

  it('keeps the steps of every run that broke off, and those of the last one as its own', async () => {
    const { id: wanted } = await queue();
    const step = (message: string): DeploymentStep => ({
      ...{ name: 'apply', state: 'running', message },
    });
    const lost = await runs.claim('a');
    await runs.progress(lost!, [step('one')], 'Applying.');
    await runs.progress(lost!, [step('one, further')], 'Applying.');
    await expireLeases();
    // It told nothing of what it did.
    await runs.claim('b');
    await expireLeases();
    const third = await runs.claim('c');
    const earlier = [{ epoch: 1, steps: [step('one, further')] }];
    expect(third!.deployment).toMatchObject({
      steps: [],
      earlierRuns: earlier,
    });
    await runs.progress(third!, [step('three')], 'Applying.');
    await expireLeases();
    const last = await runs.claim('d');
    const earlierRuns = [...earlier, { epoch: 3, steps: [step('three')] }];
    await runs.finish(last!, { ...succeeded, steps: [step('four')] });
    expect(await deployments.find(wanted)).toMatchObject({
      steps: [step('four')],
      earlierRuns,
    });
    const events = await deployments.eventsAfter(wanted, 0);
    expect(events.at(-1)!.deployment).toMatchObject({ earlierRuns });
  });

  it('takes what may run one after the other, the oldest first, for as long as it is asked to', async () => {
    const environments = Array.from({ length: 25 }, (_, n) => `e${n}`);
    for (const environment of environments) await queue({ environment });
    const taken: string[] = [];
    for await (const { deployment } of runs.claims('a')) {
      taken.push(deployment.environment);
      if (taken.length === 23) break;
    }
    expect((await runs.claim('b'))?.deployment.environment).toBe('e23');
    for await (const { deployment } of runs.claims('c')) {
      taken.push(deployment.environment);
    }
    expect(taken).toEqual(environments.filter(name => name !== 'e23'));
  });

  it('tells every state in order to readers that come back with a cursor', async () => {
    const { id: wanted } = await queue();
    const claim = await runs.claim('a');
    await runs.progress(claim!, [], 'Applying.');
    const seen = await deployments.eventsAfter(wanted, 0);
    await runs.finish(claim!, succeeded);
    const rest = await deployments.eventsAfter(wanted, seen[2].sequence);
    expect(
      [...seen, ...rest].map(event => [
        event.deployment.state,
        event.deployment.message,
      ]),
    ).toEqual([
      ['queued', 'Waiting for a worker.'],
      ['running', 'Looking at the cluster.'],
      ['running', 'Applying.'],
      ['succeeded', 'Done.'],
    ]);
  });

  it('hands over at once when a worker is shut down', async () => {
    await queue();
    const claim = await runs.claim('a');
    await runs.release(claim!);
    expect(await runs.claim('b')).toMatchObject({ recovered: true, epoch: 2 });
    await runs.release(claim!);
    expect(await runs.claim('c')).toBeUndefined();
  });

  it('knows the releases that took a version elsewhere', async () => {
    const release = `sha256:${'c'.repeat(64)}`;
    await queue({ environment: 'production' });
    const version = { module: 'shop', version: '1.0.0', release };
    const immutable = ['staging', 'production'];
    expect(await deployments.otherReleasesOf(version, immutable)).toHaveLength(
      1,
    );
    expect(await deployments.otherReleasesOf(version, ['staging'])).toEqual([]);
  });
});

async function fresh(id: TestDatabaseId): Promise<Knex> {
  return migrate(await databases.init(id));
}

function migrate(knex: Knex): Promise<Knex> {
  return migrateDatabase({ getClient: async () => knex });
}
