import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { isTerminal } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Knex } from 'knex';
import {
  exampleModule,
  moduleEntity,
  writeModule,
} from '../__testUtils__/exampleModule';
import { FakeEngine } from '../__testUtils__/FakeEngine';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { TestPortal } from '../__testUtils__/TestPortal';
import { DatabaseDeployments } from '../store/DatabaseDeployments';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});
const dev = testEnvironment('dev');
const ADA = 'user:default/ada';

describe.each(databases.eachSupportedId())('two replicas on %s', id => {
  const folder = createMockDirectory();
  let knex: Knex;
  let engine: FakeEngine;
  let first: TestPortal;
  let second: TestPortal;

  beforeEach(async () => {
    await writeModule(folder.path, exampleModule('shop'));
    knex = await databases.init(id);
    engine = new FakeEngine();
    const start = () =>
      TestPortal.start({
        knex,
        engine,
        environments: [dev],
        entities: [moduleEntity('shop', { folder: folder.path })],
      });
    first = await start();
    second = await start();
  });
  afterEach(() => Promise.all([first.stop(), second.stop()]));

  const planned = async () =>
    (await first.as(ADA).makePlan('shop', { environment: 'dev' })).hash;

  /** Holds the first run back, and says when it has got there. */
  const holdFirstRun = () => {
    const runs: string[] = [];
    let letGo = () => {};
    let arrive = () => {};
    const gate = new Promise<void>(resolve => {
      letGo = resolve;
    });
    const arrived = new Promise<void>(resolve => {
      arrive = resolve;
    });
    engine.beforeWriting = async (_, { epoch }) => {
      runs.push(`epoch ${epoch}`);
      if (runs.length === 1) {
        arrive();
        await gate;
      }
    };
    return { runs, arrived, letGo };
  };

  it('hand over what the other let lie, and what comes late writes nothing', async () => {
    const held = holdFirstRun();
    const { id: deployment } = await first
      .as(ADA)
      .deploy({ plan: await planned() });
    first.startWorker();
    await held.arrived;
    // As if the first had been silent for longer than its lease.
    await knex('o8_deployments').update({ lease_until: 1 });
    second.startWorker();
    expect(await second.ended(deployment)).toMatchObject({
      state: 'succeeded',
    });
    held.letGo();
    await first.stop();

    expect(held.runs).toEqual(['epoch 1', 'epoch 2']);
    expect(engine.executed).toHaveLength(1);
    const events = await new DatabaseDeployments(knex).eventsAfter(
      deployment,
      0,
    );
    expect(
      events.filter(event => isTerminal(event.deployment.state)),
    ).toHaveLength(1);
  });

  it('share the work: each deployment is carried out once', async () => {
    first.startWorker();
    second.startWorker();
    for (let round = 0; round < 5; round++) {
      engine.world.clear();
      const { id: deployment } = await [first, second][round % 2]
        .as(ADA)
        .deploy({ plan: await planned() });
      // Told by the replica that did not take it in.
      await [second, first][round % 2].ended(deployment);
      expect(engine.executed).toHaveLength(round + 1);
    }
  });

  it('let one of two deployments at once go, and tell the other which took its place', async () => {
    const plan = await planned();
    const asked = await Promise.all(
      [first, second].map(portal => portal.as(ADA).deploy({ plan })),
    );
    first.startWorker();
    second.startWorker();
    const ended = await Promise.all(
      asked.map(({ id: deployment }) => first.ended(deployment)),
    );
    const done = ended.filter(({ state }) => state === 'succeeded');
    const [other] = ended.filter(({ state }) => state === 'superseded');
    expect(done).toHaveLength(1);
    expect(other.message).toBe(
      `A newer deployment took its place in the queue: ${done[0].id}.`,
    );
    expect(engine.executed).toHaveLength(1);
  });

  it('refuse a plan in words that another deployment has overtaken', async () => {
    const plan = await planned();
    const { id: deployment } = await first.as(ADA).deploy({ plan });
    first.startWorker();
    await second.ended(deployment);
    await expect(second.as(ADA).deploy({ plan })).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(/^The world has moved since this plan/),
      problem: expect.objectContaining({
        moved: expect.arrayContaining([
          expect.stringContaining('is recorded as deployed'),
        ]),
      }),
    });
  });
});
