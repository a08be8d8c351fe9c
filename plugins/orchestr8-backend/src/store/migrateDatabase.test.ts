import { TestDatabases } from '@backstage/backend-test-utils';
import { Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { DatabasePlans } from './DatabasePlans';
import { DatabaseReleases } from './DatabaseReleases';
import { heldTransaction } from './heldTransaction';
import { migrateDatabase } from './migrateDatabase';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});
const CANARY = 'canary-of-a-secret';

describe.each(databases.eachSupportedId())('a database that fails, %s', id => {
  it('says which statement failed, and none of the values in it', async () => {
    const knex = await migrateDatabase({
      getClient: () => databases.init(id),
    });
    await knex.schema.dropTable('o8_release_files');
    await knex.schema.dropTable('o8_plans');
    const failures = await Promise.all(
      [
        new DatabasePlans(knex).save({
          plan: { hash: CANARY } as Plan,
          manifests: [
            {
              object: {
                apiVersion: 'v1',
                kind: 'Secret',
                metadata: { name: 'x' },
                stringData: { password: CANARY },
              },
              source: 'x.yaml',
            },
          ],
          terms: { kind: 'deploy' },
          createdBy: CANARY,
        }),
        new DatabaseReleases(knex).save(
          {
            digest: 'sha256:1',
            module: CANARY,
            version: '1.0.0',
            source: '',
            createdAt: '',
            createdBy: '',
          },
          new Map([['values.yaml', new TextEncoder().encode(CANARY)]]),
        ),
        heldTransaction(knex, tx => tx('o8_nothing').insert({ a: CANARY })),
      ].map(attempt =>
        attempt.then(
          () => 'succeeded',
          (error: Error) => `${error.message} ${error.stack}`,
        ),
      ),
    );
    expect(failures).toEqual([
      expect.stringMatching(/insert into .?o8_plans/),
      expect.stringMatching(/insert into .?o8_release_files/),
      expect.stringMatching(/insert into .?o8_nothing/),
    ]);
    expect(failures.join()).not.toContain(CANARY);
  });
});
