import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Deployment } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Knex } from 'knex';
import {
  exampleModule,
  moduleEntity,
  writeModule,
} from '../__testUtils__/exampleModule';
import { FakeEngine } from '../__testUtils__/FakeEngine';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { TestPortal } from '../__testUtils__/TestPortal';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});
const ROUNDS = 5;
const ADA = 'user:default/ada';
const BOB = 'user:default/bob';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('what races on %s', id => {
  const folder = createMockDirectory();
  let knex: Knex;
  let engine: FakeEngine;
  let portals: TestPortal[];

  beforeEach(async () => {
    await writeModule(folder.path, exampleModule('shop'));
    knex = await databases.init(id);
    engine = new FakeEngine();
    const start = () =>
      TestPortal.start({
        knex,
        engine,
        worker: true,
        environments: [
          testEnvironment('dev'),
          testEnvironment('staging', { promoteFrom: 'dev' }),
        ],
        entities: [moduleEntity('shop', { folder: folder.path })],
      });
    portals = [await start(), await start()];
    const { hash } = await portals[0]
      .as(ADA)
      .makePlan('shop', { environment: 'dev' });
    const { id: first } = await portals[0].as(ADA).deploy({ plan: hash });
    await portals[0].ended(first);
  });
  afterEach(() => Promise.all(portals.map(portal => portal.stop())));

  /** A deployment, a promotion, a scale and two restarts, of two people by two replicas, at once. */
  const race = async (version: string) => {
    const [ada, bob] = [portals[0].as(ADA), portals[1].as(BOB)];
    await writeModule(folder.path, exampleModule('shop', { version }));
    const [forward, onward] = [
      await ada.makePlan('shop', { environment: 'dev' }),
      await bob.makePlan('shop', { environment: 'staging', from: 'dev' }),
    ];
    return Promise.allSettled([
      ada.deploy({ plan: forward.hash }),
      bob.deploy({ plan: onward.hash }),
      bob.scale('shop', { environment: 'dev', replicas: 2 }),
      ada.restart('shop', 'dev'),
      bob.restart('shop', 'dev'),
    ]);
  };

  const endOf = (deployment: string) => portals[1].ended(deployment);

  it('goes one after another in each environment, is told to everybody, and is all written down', async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const before = engine.executed.length;
      const [{ sequence }] = await knex('o8_audit').max({
        sequence: 'sequence',
      });
      const asked = await race(`1.${round}.0`);

      const taken = asked.flatMap(result =>
        result.status === 'fulfilled' ? [result.value.id] : [],
      );
      const refusals = asked.flatMap(result =>
        result.status === 'rejected' ? [result.reason] : [],
      );
      expect(taken.length).toBeGreaterThan(0);
      for (const refusal of refusals) {
        expect(refusal).toMatchObject({
          name: 'ConflictError',
          problem: { hint: expect.any(String) },
        });
      }
      const ended = await Promise.all(taken.map(endOf));
      const done = ended.filter(({ state }) => state === 'succeeded');
      const others = ended.filter(({ state }) => state !== 'succeeded');
      // Who did not go knows why: overtaken in the queue, or by a world that moved.
      for (const { message } of others) {
        expect(message).toMatch(/took its place|The world has moved|cannot be/);
      }
      expect(engine.executed).toHaveLength(before + done.length);
      expect(overlapsOf(done)).toEqual([]);
      const rows = await knex('o8_audit')
        .where('sequence', '>', sequence)
        .whereNot('event', 'like', '%plan%')
        .whereNot('event', 'deployment-run');
      expect(rows).toHaveLength(asked.length);
      expect(rows.map(({ outcome }) => outcome)).not.toContain('begun');
      const history = await portals[0].as(ADA).listDeployments('shop');
      expect(history.map(({ id: one }) => one)).toEqual(
        expect.arrayContaining(taken),
      );
    }
  });
});

/** Pairs of one environment that ran at the same time. */
function overlapsOf(deployments: Deployment[]): string[] {
  return deployments.flatMap(one =>
    deployments
      .filter(
        other =>
          other.id > one.id &&
          other.environment === one.environment &&
          one.startedAt! < other.finishedAt! &&
          other.startedAt! < one.finishedAt!,
      )
      .map(other => `${one.kind} and ${other.kind} in ${one.environment}`),
  );
}
