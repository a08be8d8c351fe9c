import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { rm } from 'fs/promises';
import { moduleText } from './__testUtils__/moduleText';
import { processAgain } from './__testUtils__/processAgain';
import {
  eventually,
  relationsOf,
  startCatalog,
  StoredEntity,
} from './__testUtils__/startCatalog';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3'],
  disableDocker: true,
});

/** A Component that somebody wrote by hand. */
const handWritten = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: shop
  description: Written by hand
spec:
  type: website
  lifecycle: production
  owner: group:default/web-team
`;

describe('a catalog-info.yaml with a Component of the name of a module', () => {
  const directory = createMockDirectory();
  const module = { 'shop/o8-module.yaml': moduleText('shop') };
  const info = { 'shop/catalog-info.yaml': handWritten };
  /** What stays, so that the pattern still finds something. */
  const other = {
    'other/catalog-info.yaml': handWritten.replace('name: shop', 'name: till'),
  };
  const locations = ['*/o8-module.yaml', '*/catalog-info.yaml'].map(target => ({
    type: 'file',
    target: directory.resolve(target),
  }));

  it.each([
    ['before', info, module],
    ['after', module, info],
  ])(
    'counts, when it comes %s the module, and does not flap',
    async (_, first, second) => {
      directory.setContent({ ...other, ...first });
      const knex = await databases.init('SQLITE_3');
      const catalog = await startCatalog({
        knex,
        locations,
      });
      await catalog.until('component:shop');
      directory.addContent(second);
      await catalog.until('module:shop');
      const written = await catalog.until(
        'component:shop',
        ({ metadata }) => metadata.description === 'Written by hand',
      );
      expect(written.spec).toMatchObject({
        type: 'website',
        lifecycle: 'production',
      });

      const descriptions = new Set<string | undefined>();
      const rows = () =>
        knex('final_entities').where({ entity_ref: 'component:default/shop' });
      for (let round = 0; round < 4; round += 1) {
        await processAgain(knex, {
          entity_ref:
            round % 2 ? 'component:default/shop' : 'module:default/shop',
        });
        for (const { final_entity } of await rows()) {
          descriptions.add(JSON.parse(final_entity).metadata.description);
        }
      }
      expect([...descriptions]).toEqual(['Written by hand']);

      // Both stand in the catalog, and lead to one another.
      const component = await catalog.until('component:shop', found =>
        relationsOf(found).includes('partOf module:default/shop'),
      );
      expect(relationsOf(component)).toContain(
        'ownedBy group:default/web-team',
      );
      await catalog.stop();
    },
  );

  it('leaves the place to the Component of the module when it goes', async () => {
    directory.setContent({ ...other, ...info, ...module });
    const knex = await databases.init('SQLITE_3');
    const catalog = await startCatalog({ knex, locations });
    await catalog.until(
      'component:shop',
      found =>
        found.metadata.description === 'Written by hand' &&
        relationsOf(found).includes('partOf module:default/shop'),
    );

    await rm(directory.resolve('shop/catalog-info.yaml'));
    const emitted = await eventually(
      'the Component of the module',
      async () => {
        await catalog.removeOrphans();
        await catalog.readKnown();
        const found = await catalog.entity('component:shop');
        const isBack =
          found && found.metadata.description !== 'Written by hand';
        return isBack && relationsOf(found).length > 1 ? found : undefined;
      },
    );
    expect(locationOf(emitted)).toBe(
      `file:${directory.resolve('shop/o8-module.yaml')}`,
    );
    expect(relationsOf(emitted)).not.toContain(
      'ownedBy group:default/web-team',
    );

    const locationsSeen = new Set<string | undefined>();
    for (let round = 0; round < 4; round += 1) {
      await processAgain(knex, {
        entity_ref:
          round % 2 ? 'component:default/shop' : 'module:default/shop',
      });
      locationsSeen.add(locationOf((await catalog.entity('component:shop'))!));
    }
    expect([...locationsSeen]).toEqual([locationOf(emitted)]);
    await catalog.stop();
  });
});

/** Where an entity was read. */
function locationOf({ metadata }: StoredEntity): string | undefined {
  return metadata.annotations?.['backstage.io/managed-by-location'];
}
