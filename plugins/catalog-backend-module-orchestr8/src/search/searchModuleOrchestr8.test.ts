import { createMockDirectory } from '@backstage/backend-test-utils';
import searchPlugin from '@backstage/plugin-search-backend';
import catalogCollator from '@backstage/plugin-search-backend-module-catalog';
import { moduleText } from '../__testUtils__/moduleText';
import { eventually, startCatalog } from '../__testUtils__/startCatalog';
import { searchModuleOrchestr8 } from './searchModuleOrchestr8';

jest.setTimeout(60_000);

describe('the search', () => {
  const directory = createMockDirectory();
  let catalog: Awaited<ReturnType<typeof startCatalog>>;

  beforeAll(async () => {
    directory.setContent({
      'shop/o8-module.yaml': moduleText('shop', {
        team: 'till-team',
        extra: '  category: frontend\n  dependencies: [redis]\n',
      }),
      'other/o8-module.yaml': moduleText('other'),
    });
    catalog = await startCatalog({
      // The Component would be found as well, by its name and description.
      orchestr8: { catalog: { component: false } },
      locations: [
        { type: 'file', target: directory.resolve('*/o8-module.yaml') },
      ],
      features: [searchPlugin, catalogCollator, searchModuleOrchestr8],
    });
    await catalog.until('module:shop');
    await catalog.until('module:other');
  });

  it.each([
    { what: 'name', term: 'shop', finds: ['shop'], not: [] },
    { what: 'team', term: 'till-team', finds: ['shop'], not: [] },
    { what: 'category', term: 'frontend', finds: ['shop'], not: ['other'] },
    { what: 'dependency', term: 'redis', finds: ['shop'], not: ['other'] },
    {
      what: 'description',
      term: 'module of a test',
      finds: ['other', 'shop'],
      not: [],
    },
  ])('finds a module by its $what', async ({ term, finds, not }) => {
    const found = await eventually(`a result for "${term}"`, async () => {
      const results = await catalog.search(term);
      return finds.every(title => results.includes(title))
        ? results
        : undefined;
    });
    for (const title of not) expect(found).not.toContain(title);
  });
});
