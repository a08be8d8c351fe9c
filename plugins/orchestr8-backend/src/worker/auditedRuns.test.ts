import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { queuedDeployment } from '../__testUtils__/queuedDeployment';
import { DatabaseAudit } from '../store/DatabaseAudit';
import { migrateDatabase } from '../store/migrateDatabase';
import { auditedRuns } from './auditedRuns';
import { CarryOut } from './DeploymentWorker';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});

describe.each(databases.eachSupportedId())('an audited run on %s', id => {
  let knex: Knex;
  let told: unknown[];
  const logger = mockServices.logger.mock();
  const deployment = queuedDeployment();

  beforeEach(async () => {
    knex = await migrateDatabase({ getClient: () => databases.init(id) });
    told = [];
  });

  const run = async (carryOut: CarryOut, signal = AbortSignal.any([])) => {
    const auditor = mockServices.auditor.mock({
      createEvent: async ({ eventId, meta }) => {
        told.push([eventId, meta?.deployment]);
        return {
          success: async () => void told.push('success'),
          fail: async ({ error }) => void told.push(`${error}`),
        };
      },
    });
    const store = new DatabaseAudit(knex);
    return auditedRuns(carryOut, { auditor, store, logger })(deployment, {
      ...{ recovered: true, epoch: 3, signal },
      onProgress: async () => {},
      heardMs: 3_000,
    });
  };
  const row = () => knex('o8_audit').orderBy('sequence', 'desc').first();

  it('is written down with who asked, for what, and how it went', async () => {
    await run(async () => {
      expect(await row()).toMatchObject({ outcome: 'begun' });
      return { state: 'succeeded', message: 'Done.', steps: [] };
    });
    const { details, ...written } = await row();
    expect(written).toMatchObject({
      who: 'user:default/ada',
      event: 'deployment-run',
      request: 'worker',
      module: 'shop',
      environment: 'dev',
      outcome: 'succeeded',
    });
    expect(JSON.parse(details)).toMatchObject({
      deployment: deployment.id,
      epoch: 3,
      recovered: true,
    });
    expect(told).toEqual([['deployment-run', deployment.id], 'success']);
  });

  it('says that it failed, or went back', async () => {
    const message = 'The image is missing. 1.0.0 runs in dev again';
    await run(async () => ({ state: 'rolled-back', message, steps: [] }));
    expect(await row()).toMatchObject({
      outcome: 'failed',
      message: `rolled-back: ${message}`,
    });
    expect(told[1]).toBe(`Error: rolled-back: ${message}`);
  });

  it('says that it was left to another worker, or broke off, and not in which words', async () => {
    const broken = async () => {
      throw new Error('canary');
    };
    const lost = AbortSignal.abort('lease-lost');
    await expect(run(broken, lost)).rejects.toThrow('canary');
    expect((await row()).message).toContain('lease-lost');
    await expect(run(broken)).rejects.toThrow('canary');
    expect((await row()).message).toContain('broke off');
    expect(told.join()).not.toContain('canary');
  });

  it('ends as it ended where it cannot be written down', async () => {
    await knex.schema.dropTable('o8_audit');
    const done = { state: 'succeeded' as const, message: '', steps: [] };
    expect(await run(async () => done)).toEqual(done);
    expect(logger.error).toHaveBeenCalled();
  });
});
