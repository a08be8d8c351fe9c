import {
  createMockDirectory,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { readModuleAt } from '@orchestr8/backstage-plugin-orchestr8-node';
import { rename, rm } from 'fs/promises';
import { Knex } from 'knex';
import { GitFixture } from '../__testUtils__/GitFixture';
import { moduleText } from '../__testUtils__/moduleText';
import { processAgain } from '../__testUtils__/processAgain';
import {
  eventually,
  problemsOf,
  StoredEntity,
  startCatalog,
} from '../__testUtils__/startCatalog';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});

/** What is written of entities that have changed, or come, or gone. */
const WRITES =
  /(insert into|update|delete from) ["`](final_entities|search|relations|refresh_state|refresh_state_references|refresh_keys)["`]/i;
/** That an entity is looked at, and when it will be the next time. */
const TURNS = /^update ["`]refresh_state["`] set ["`]next_update_at["`] = /i;

const inTeam = (team: string) => (found: StoredEntity) =>
  found.spec?.team === team;

describe.each(databases.eachSupportedId())(
  'sources of modules in a catalog with %s',
  (id: TestDatabaseId) => {
    const directory = createMockDirectory();
    let knex: Knex;
    let repository: GitFixture;
    let catalog: Awaited<ReturnType<typeof startCatalog>>;

    const start = () =>
      startCatalog({
        knex,
        orchestr8: {
          catalog: {
            checkouts: directory.resolve('checkouts'),
            sources: {
              folder: { folder: directory.resolve('folder') },
              repo: { git: repository.path, refresh: { seconds: 1 } },
            },
          },
        },
      });

    const gone = (ref: string) =>
      eventually(`the end of ${ref}`, async () =>
        (await catalog.entity(ref)) ? undefined : true,
      );

    beforeAll(async () => {
      knex = await databases.init(id);
      directory.setContent({
        'folder/shop/o8-module.yaml': moduleText('shop'),
        'folder/cart/o8-module.yaml': moduleText('cart'),
      });
      repository = new GitFixture(directory.resolve('repo'));
      repository.commit({
        'services/pay/o8-module.yaml': moduleText('pay'),
        'services/pay/charts/Chart.yaml': 'name: pay',
        'services/mail/o8-module.yaml': moduleText('mail'),
      });
      catalog = await start();
    });

    afterAll(() => catalog.stop());

    it('bring what stands in them', async () => {
      for (const name of ['shop', 'cart', 'pay', 'mail']) {
        expect(await catalog.until(`module:${name}`)).toBeDefined();
        expect(await catalog.until(`component:${name}`)).toBeDefined();
      }
    });

    it('show what is edited, in a folder and in a commit', async () => {
      directory.addContent({
        'folder/shop/o8-module.yaml': moduleText('shop', { team: 'edited' }),
      });
      repository.commit({
        'services/pay/o8-module.yaml': moduleText('pay', { team: 'edited' }),
      });
      for (const ref of ['module:shop', 'module:pay']) {
        expect(await catalog.until(ref, inTeam('edited'))).toBeDefined();
      }
    });

    it('bring modules that can be deployed from where they say they are', async () => {
      const { metadata } = await catalog.until('module:pay');
      const at = metadata.annotations!['backstage.io/managed-by-location'];
      const files = await readModuleAt(at, {});
      expect([...files.keys()].sort()).toEqual([
        'charts/Chart.yaml',
        'o8-module.yaml',
      ]);
    });

    it('lose nothing while they cannot be read', async () => {
      const away = async (path: string) =>
        rename(directory.resolve(path), directory.resolve(`${path}-away`));
      const back = async (path: string) =>
        rename(directory.resolve(`${path}-away`), directory.resolve(path));
      await away('folder');
      await away('repo');
      // Several looks long: the sources are asked at least once a second.
      await processAgain(knex);
      await processAgain(knex);
      for (const name of ['shop', 'cart', 'pay', 'mail']) {
        expect(await catalog.entity(`module:${name}`)).toBeDefined();
      }
      await back('folder');
      await back('repo');
      directory.addContent({
        'folder/cart/o8-module.yaml': moduleText('cart', { team: 'back' }),
      });
      repository.commit({
        'services/mail/o8-module.yaml': moduleText('mail', { team: 'back' }),
      });
      await catalog.until('module:cart', inTeam('back'));
      await catalog.until('module:mail', inTeam('back'));
    });

    it('tell of a name that two of them claim, and of the one that is left when the other goes', async () => {
      directory.addContent({
        'folder/twice/o8-module.yaml': moduleText('twice', { team: 'first' }),
      });
      await catalog.until('module:twice');
      repository.commit({
        'services/second/o8-module.yaml': moduleText('twice'),
      });
      const told = await catalog.until('module:twice', found =>
        /O8164/.test(problemsOf(found).join()),
      );
      expect(told.spec?.team).toBe('first');
      expect(problemsOf(told).join()).toMatch(
        /warning O8164 .*`twice` in the folder ".*folder", and `second` in .*repo"/,
      );
      await rm(directory.resolve('folder/twice'), { recursive: true });
      const left = await catalog.until(
        'module:twice',
        found => !inTeam('first')(found),
      );
      expect(problemsOf(left).join()).not.toMatch(/O8164/);
      repository.commit({ 'services/second': null });
      await gone('module:twice');
    });

    it('write nothing when they are started again and nothing has changed', async () => {
      // There is nobody in this catalog, which it finds out when all is in it.
      for (const name of ['shop', 'cart', 'pay', 'mail']) {
        await catalog.until(`module:${name}`, found =>
          /O8161[^]*O8160/.test(problemsOf(found).join('\n')),
        );
      }
      await processAgain(knex);
      await processAgain(knex);
      await catalog.stop();
      const written: string[] = [];
      const note = ({ sql }: { sql: string }) => {
        if (WRITES.test(sql) && !TURNS.test(sql)) written.push(sql);
      };
      knex.on('query', note);
      catalog = await start();
      await catalog.until('module:shop');
      await processAgain(knex);
      await processAgain(knex);
      knex.off('query', note);
      expect(written).toEqual([]);
    });

    it('let go of what is deleted', async () => {
      await rm(directory.resolve('folder/cart'), { recursive: true });
      repository.commit({ 'services/mail': null });
      await gone('module:cart');
      await gone('module:mail');
      expect(await catalog.entity('module:shop')).toBeDefined();
      expect(await catalog.entity('module:pay')).toBeDefined();
    });

    it('let go of what is deleted while they are stopped', async () => {
      await catalog.stop();
      await rm(directory.resolve('folder/shop'), { recursive: true });
      directory.addContent({ 'folder/.keep': '' });
      repository.commit({
        'services/pay': null,
        'services/late/o8-module.yaml': moduleText('late'),
      });
      catalog = await start();
      await gone('module:shop');
      await gone('module:pay');
      expect(await catalog.until('module:late')).toBeDefined();
    });
  },
);
