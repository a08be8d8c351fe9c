import {
  createMockDirectory,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { brokenText, moduleText, userText } from './__testUtils__/moduleText';
import { processAgain } from './__testUtils__/processAgain';
import {
  problemsOf,
  relationsOf,
  startCatalog,
} from './__testUtils__/startCatalog';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});

if (!databases.supports('POSTGRES_15')) {
  it.todo(
    'also holds on PostgreSQL (needs BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING)',
  );
}

/** What the catalog changes only where an entity has become another one. */
const RESULTS =
  /^(insert|update|delete).*(final_entities|relations|search|refresh_keys|refresh_state_references)/i;

describe.each(databases.eachSupportedId())(
  'a catalog that goes on with its %s',
  (id: TestDatabaseId) => {
    const directory = createMockDirectory();
    let knex: Knex;

    const start = () =>
      startCatalog({
        knex,
        locations: ['*/o8-module.yaml', 'people.yaml'].map(target => ({
          type: 'file',
          target: directory.resolve(target),
        })),
      });

    beforeEach(async () => {
      knex = await databases.init(id);
      directory.setContent({
        'shop/o8-module.yaml': moduleText('shop'),
        'people.yaml': userText('sofia', 'sofia.rossi@company.com'),
      });
    });

    it('still has the last sound version of a file that broke before the restart', async () => {
      const first = await start();
      await first.until('component:shop');
      directory.addContent({ 'shop/o8-module.yaml': brokenText('shop') });
      const isBroken = (found: Parameters<typeof problemsOf>[0]) =>
        problemsOf(found).some(problem => problem.startsWith('error O8101'));
      await first.until('module:shop', isBroken);
      await first.stop();

      const second = await start();
      await processAgain(knex);
      const kept = await second.until('module:shop', isBroken);
      expect(kept.metadata.description).toBe('A module of a test');
      expect(await second.entity('component:shop')).toBeDefined();

      directory.addContent({ 'shop/o8-module.yaml': moduleText('shop') });
      await second.until('module:shop', found => !isBroken(found));
      await second.stop();
    });

    it('keeps the last sound version of a file that breaks while it is down', async () => {
      const first = await start();
      await first.until('component:shop');
      await processAgain(knex);
      await first.stop();
      directory.addContent({ 'shop/o8-module.yaml': 'apiVersion: [' });

      const second = await start();
      await processAgain(knex);
      const kept = await second.until('module:shop', found =>
        problemsOf(found).some(problem => problem.startsWith('error O8003')),
      );
      expect(kept.metadata.description).toBe('A module of a test');
      await second.stop();
    });

    it('keeps the owner whom it knew, and writes nothing for what has not changed', async () => {
      const first = await start();
      const isOwned = (found: Parameters<typeof relationsOf>[0]) =>
        relationsOf(found).includes('ownedBy user:default/sofia');
      await first.until('module:shop', isOwned);
      await first.readKnown();
      await first.until(
        'module:shop',
        found =>
          isOwned(found) &&
          problemsOf(found).some(problem => problem.includes('O8161')),
      );
      await processAgain(knex);
      const before = await first.entity('module:shop');
      await first.stop();

      const second = await start();
      await second.until('module:shop');
      await processAgain(knex);
      const written: string[] = [];
      const note = ({ sql }: { sql: string }) => {
        if (RESULTS.test(sql)) written.push(sql);
      };
      knex.on('query', note);
      await processAgain(knex);
      await processAgain(knex);
      knex.off('query', note);
      expect(written).toEqual([]);
      expect(await second.entity('module:shop')).toEqual(before);
      await second.stop();
    });
  },
);
