import { createMockDirectory } from '@backstage/backend-test-utils';
import { rename } from 'fs/promises';
import { brokenText, moduleText } from '../__testUtils__/moduleText';
import {
  eventually,
  problemsOf,
  startCatalog,
} from '../__testUtils__/startCatalog';

jest.setTimeout(60_000);

describe('the folder of the portal', () => {
  const directory = createMockDirectory();
  let catalog: Awaited<ReturnType<typeof startCatalog>>;

  beforeAll(async () => {
    directory.setContent({
      'modules/old/o8-module.yaml': moduleText('old'),
      'modules/.new-draft/o8-module.yaml': moduleText('draft'),
    });
    catalog = await startCatalog({
      orchestr8: { modules: { folder: directory.resolve('modules') } },
    });
  });

  it('is in the catalog after the start', async () => {
    const old = await catalog.until('module:old');
    expect(old.metadata.annotations).toMatchObject({
      'backstage.io/managed-by-location': `file:${directory.resolve(
        'modules/old/o8-module.yaml',
      )}`,
    });
    expect(await catalog.entity('module:draft')).toBeUndefined();
  });

  it('shows a new module as soon as its directory stands there', async () => {
    directory.addContent({
      'modules/.new-orders/o8-module.yaml': moduleText('orders'),
      'modules/.new-orders/charts/Chart.yaml': 'name: orders',
    });
    await rename(
      directory.resolve('modules/.new-orders'),
      directory.resolve('modules/orders'),
    );
    expect(await catalog.until('module:orders')).toBeDefined();
    expect(await catalog.until('component:orders')).toBeDefined();
  });

  it('keeps a module whose file breaks, with its problems, until it is mended', async () => {
    directory.addContent({
      'modules/old/o8-module.yaml': brokenText('old'),
    });
    const broken = await catalog.until('module:old', found =>
      problemsOf(found).some(problem => problem.startsWith('error')),
    );
    expect(problemsOf(broken)[0]).toContain('O8101 o8-module.yaml:13:3');
    expect(broken.metadata.description).toBe('A module of a test');

    directory.addContent({ 'modules/old/o8-module.yaml': moduleText('old') });
    await catalog.until(
      'module:old',
      found => !problemsOf(found).some(problem => problem.startsWith('error')),
    );
  });

  it('lets go of a module whose directory is gone', async () => {
    await catalog.until('module:orders');
    await rename(
      directory.resolve('modules/orders'),
      directory.resolve('elsewhere'),
    );
    await eventually('the end of orders', async () =>
      (await catalog.entity('module:orders')) ? undefined : 'gone',
    );
    expect(await catalog.entity('module:old')).toBeDefined();
  });
});
