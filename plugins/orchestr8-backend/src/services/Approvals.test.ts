import {
  createMockDirectory,
  mockCredentials,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { Orchestr8Client } from '@orchestr8/backstage-plugin-orchestr8-common';
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

jest.setTimeout(60_000);

const HOUR_MS = 3_600_000;
const production = testEnvironment('production', {
  gates: { approvals: { required: 1, from: ['group:managers'] } },
});

const person = (name: string, group: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  relations: [{ type: 'memberOf', targetRef: `group:default/${group}` }],
});
const [JOHN, GRACE, TOM] = ['john', 'grace', 'tom'].map(
  name => `user:default/${name}`,
);

describe.each(databases.eachSupportedId())('approvals on %s', id => {
  const folder = createMockDirectory();
  const grace = person('grace', 'managers');
  let knex: Awaited<ReturnType<typeof databases.init>>;
  let engine: FakeEngine;
  let portal: TestPortal;
  let john: Orchestr8Client;

  beforeEach(async () => {
    grace.relations![0].targetRef = 'group:default/managers';
    await writeModule(folder.path, exampleModule('shop'));
    knex = await databases.init(id);
    engine = new FakeEngine();
    portal = await TestPortal.start({
      knex,
      engine,
      environments: [testEnvironment('dev'), production],
      entities: [
        moduleEntity('shop', { folder: folder.path }),
        person('john', 'builders'),
        grace,
        person('tom', 'builders'),
      ],
    });
    john = portal.as(JOHN);
  });
  afterEach(() => portal.stop());

  const planned = () => john.makePlan('shop', { environment: 'production' });
  const asked = async () => {
    const { hash } = await planned();
    await john.requestApproval(hash);
    return hash;
  };
  const refused = (promise: Promise<unknown>) =>
    promise.then(
      () => 'allowed',
      error => `${error.name}: ${error.message}`,
    );

  it('lets a plan be deployed once, after somebody else’s yes', async () => {
    const { hash, refusals } = await planned();
    expect(refusals).toMatchObject([{ kind: 'gate' }]);
    expect(await refused(john.deploy({ plan: hash }))).toMatch(/ConflictError/);
    expect(await john.requestApproval(hash)).toMatchObject({
      state: 'waiting',
      requestedBy: JOHN,
      mayAnswer: { allowed: false },
    });
    expect(await portal.as(GRACE).listApprovals()).toMatchObject([
      { plan: hash, mayAnswer: { allowed: true } },
    ]);
    expect(await portal.as(GRACE).approvePlan(hash)).toMatchObject({
      state: 'approved',
      approvals: [{ by: GRACE }],
    });
    expect(await john.getPlan(hash)).toMatchObject({ hash, refusals: [] });
    const deployment = await john.deploy({ plan: hash });
    expect(deployment.approvedBy).toEqual([GRACE]);
    expect(await john.getApproval(hash)).toMatchObject({
      state: 'used',
      deployment: deployment.id,
    });
    expect(await refused(john.deploy({ plan: hash }))).toMatch(/ConflictError/);
    portal.startWorker();
    expect(await portal.ended(deployment.id)).toMatchObject({
      state: 'succeeded',
    });
  });

  it('refuses the requester’s own yes, and those of who may not', async () => {
    const hash = await asked();
    const answers = [
      john.approvePlan(hash),
      portal.as(TOM).approvePlan(hash),
      portal.as('external:ci').approvePlan(hash),
      portal
        .withToken(
          `Bearer ${mockCredentials.user.token(GRACE, {
            actor: { subject: 'plugin:mcp-actions' },
          })}`,
        )
        .approvePlan(hash),
    ];
    for (const answer of answers) {
      expect(await refused(answer)).toMatch(/NotAllowedError/);
    }
    expect((await john.getApproval(hash)).approvals).toEqual([]);
  });

  it('counts no yes of the one who deploys', async () => {
    const hash = await asked();
    const manager = portal.as(GRACE);
    await manager.approvePlan(hash);
    expect(await refused(manager.deploy({ plan: hash }))).toMatch(
      /0 of 1 approvals/,
    );
  });

  it('gives one approval to one of two that race for it', async () => {
    const hash = await asked();
    await portal.as(GRACE).approvePlan(hash);
    const ends = await Promise.all([
      refused(john.deploy({ plan: hash })),
      refused(portal.as(TOM).deploy({ plan: hash })),
    ]);
    expect(ends.filter(end => end === 'allowed')).toHaveLength(1);
  });

  it('looks at memberships again when the deployment begins', async () => {
    const hash = await asked();
    await portal.as(GRACE).approvePlan(hash);
    const { id: deployment } = await john.deploy({ plan: hash });
    grace.relations![0].targetRef = 'group:default/builders';
    portal.startWorker();
    expect(await portal.ended(deployment)).toMatchObject({
      state: 'failed',
      failure: { cause: 'refused', message: '0 of 1 approvals' },
    });
    expect(engine.executed).toEqual([]);
  });

  it('is void once the world has moved', async () => {
    const hash = await asked();
    await portal.as(GRACE).approvePlan(hash);
    engine.world.set('shop-production', 'sha256:other');
    expect(await refused(john.deploy({ plan: hash }))).toMatch(/has moved/);
    engine.world.clear();
    expect(await john.getApproval(hash)).toMatchObject({ state: 'void' });
    expect(await refused(john.deploy({ plan: hash }))).toMatch(
      /0 of 1 approvals/,
    );
  });

  it('expires by the clock of the database', async () => {
    const hash = await asked();
    await portal.as(GRACE).approvePlan(hash);
    await knex('o8_approval_requests').decrement('expires_at', 25 * HOUR_MS);
    expect(await john.getApproval(hash)).toMatchObject({ state: 'expired' });
    expect(await refused(john.deploy({ plan: hash }))).toMatch(/0 of 1/);
    expect(await john.requestApproval(hash)).toMatchObject({
      state: 'waiting',
      approvals: [],
    });
  });

  it('waits for a second person where two are demanded; one cannot say yes twice', async () => {
    await portal.stop();
    portal = await TestPortal.start({
      knex,
      environments: [
        testEnvironment('dev'),
        testEnvironment('production', {
          gates: { approvals: { required: 2, from: ['group:managers'] } },
        }),
      ],
      entities: [
        moduleEntity('shop', { folder: folder.path }),
        person('john', 'builders'),
        grace,
        person('linus', 'managers'),
      ],
      worker: true,
    });
    john = portal.as(JOHN);
    const hash = await asked();
    await portal.as(GRACE).approvePlan(hash);
    await refused(portal.as(GRACE).approvePlan(hash));
    expect(await john.getApproval(hash)).toMatchObject({
      state: 'waiting',
      approvals: [{ by: GRACE }],
    });
    expect(await refused(john.deploy({ plan: hash }))).toMatch(
      /1 of 2 approvals/,
    );
    const linus = 'user:default/linus';
    expect(await portal.as(linus).approvePlan(hash)).toMatchObject({
      state: 'approved',
    });
    const { id: deployment } = await john.deploy({ plan: hash });
    const { state, approvedBy } = await portal.ended(deployment);
    expect({ state, approvedBy: approvedBy?.sort() }).toEqual({
      state: 'succeeded',
      approvedBy: [GRACE, linus],
    });
  });

  it('ends with a no, which says why', async () => {
    const hash = await asked();
    await portal.as(GRACE).rejectPlan(hash, { reason: 'Not on a Friday.' });
    expect(await john.getApproval(hash)).toMatchObject({
      state: 'rejected',
      rejection: { by: GRACE, reason: 'Not on a Friday.' },
    });
    expect(await refused(portal.as(GRACE).approvePlan(hash))).toMatch(
      /ConflictError/,
    );
  });
});
