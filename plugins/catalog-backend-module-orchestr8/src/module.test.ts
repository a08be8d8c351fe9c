import { createMockDirectory } from '@backstage/backend-test-utils';
import { brokenText, moduleText, userText } from './__testUtils__/moduleText';
import {
  problemsOf,
  relationsOf,
  startCatalog,
} from './__testUtils__/startCatalog';

jest.setTimeout(60_000);

describe('a location of modules', () => {
  const directory = createMockDirectory();

  const start = (content: Parameters<typeof directory.setContent>[0]) => {
    directory.setContent(content);
    return startCatalog({
      locations: ['*/o8-module.yaml', 'people.yaml'].map(target => ({
        type: 'file',
        target: directory.resolve(target),
      })),
    });
  };

  it('shows a broken file where a person looks, and its neighbours all the same', async () => {
    const catalog = await start({
      'good/o8-module.yaml': moduleText('good'),
      'bad/o8-module.yaml': brokenText('bad'),
      'no-yaml/o8-module.yaml': 'apiVersion: [',
      'people.yaml': userText('sofia', 'sofia.rossi@company.com'),
    });
    await catalog.until('module:good');
    const bad = await catalog.until('module:bad');
    expect(bad.metadata.annotations?.['orchestr8.io/invalid']).toBe('true');
    expect(problemsOf(bad)[0]).toMatch(
      /^error O8101 o8-module\.yaml:13:3 .*sekurity.*security/,
    );
    const shown = bad.status?.items?.find(
      ({ type }) => type === 'backstage.io/catalog-processing',
    );
    expect(shown?.error?.message).toContain(
      `${directory.resolve('bad/o8-module.yaml')}:13:3 O8101`,
    );
    expect(await catalog.entity('component:bad')).toBeUndefined();

    const nameless = await catalog.until('module:no-yaml');
    expect(problemsOf(nameless)[0]).toMatch(
      /^error O8003 o8-module\.yaml:1:\d+ /,
    );
  });

  it('keeps the last sound version when a file breaks, and says why', async () => {
    const catalog = await start({
      'shop/o8-module.yaml': moduleText('shop'),
      'people.yaml': userText('sofia', 'sofia.rossi@company.com'),
    });
    await catalog.until('component:shop');
    directory.addContent({ 'shop/o8-module.yaml': brokenText('shop') });
    const kept = await catalog.until('module:shop', found =>
      problemsOf(found).some(problem => problem.startsWith('error')),
    );
    expect(problemsOf(kept)[0]).toMatch(/^error O8101 o8-module\.yaml:13:3 /);
    expect(kept.metadata.description).toBe('A module of a test');
    expect(kept.metadata.annotations).not.toHaveProperty([
      'orchestr8.io/invalid',
    ]);
    expect(await catalog.entity('component:shop')).toBeDefined();

    // Not even its name can be read now, and its directory has another one.
    directory.addContent({ 'shop-folder/o8-module.yaml': moduleText('till') });
    await catalog.until('module:till');
    directory.addContent({ 'shop-folder/o8-module.yaml': 'apiVersion: [' });
    const nameless = await catalog.until('module:till', found =>
      problemsOf(found).some(problem => problem.startsWith('error O8003')),
    );
    expect(nameless.metadata.description).toBe('A module of a test');
    expect(await catalog.entity('module:shop-folder')).toBeUndefined();
  });

  it('warns of an owner whom nobody knows, and finds the person who comes later', async () => {
    const catalog = await start({
      'shop/o8-module.yaml': moduleText('shop'),
      'people.yaml': userText('amir', 'amir.haddad@company.com'),
    });
    await catalog.until('user:amir');
    await catalog.readKnown();
    const orphaned = await catalog.until(
      'module:shop',
      found => problemsOf(found).length > 0,
    );
    expect(problemsOf(orphaned)).toEqual([
      expect.stringMatching(/^warning O8161 o8-module\.yaml:8:9 /),
      expect.stringMatching(
        /^warning O8160 o8-module\.yaml:9:10 No user of the catalog has the e-mail address `sofia\.rossi@company\.com`/,
      ),
    ]);
    expect(relationsOf(orphaned)).toEqual([
      'hasPart component:default/shop',
      'ownedBy group:default/shop-team',
    ]);

    directory.addContent({
      'people.yaml': userText('sofia', 'Sofia.Rossi@company.com'),
    });
    const owned = await catalog.until('module:shop', found =>
      relationsOf(found).includes('ownedBy user:default/sofia'),
    );
    expect(problemsOf(owned).join()).not.toContain('O8160');
  });

  it('relates to nobody when two people have one e-mail, and names both', async () => {
    const catalog = await start({
      'shop/o8-module.yaml': moduleText('shop'),
      'people.yaml':
        userText('sofia', 'sofia.rossi@company.com') +
        userText('sofia2', 'sofia.rossi@company.com'),
    });
    const module = await catalog.until(
      'module:shop',
      found => problemsOf(found).length > 0,
    );
    expect(problemsOf(module)[0]).toContain(
      'more than one user: user:default/sofia, user:default/sofia2',
    );
    expect(relationsOf(module).join()).not.toContain('user:default');
  });
});
