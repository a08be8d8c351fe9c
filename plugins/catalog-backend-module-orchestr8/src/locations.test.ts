import {
  createServiceFactory,
  coreServices,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { brokenText, moduleText } from './__testUtils__/moduleText';
import {
  eventually,
  problemsOf,
  startCatalog,
} from './__testUtils__/startCatalog';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3'],
  disableDocker: true,
});

const BASE = 'https://github.com/shop/mono/blob/main';

/** A repository behind URLs that says "unchanged" as a real host does. */
function aRepository(files: Map<string, string>) {
  let transfers = 0;
  const read = async (url: string, etag?: string) => {
    // The catalog turns one into the other, and hosts take both.
    const text = files.get(url.replace('/tree/', '/blob/'));
    if (text === undefined) throw new NotFoundError(`${url} is not there`);
    if (etag === text) throw new NotModifiedError();
    transfers += 1;
    return text;
  };
  const reader: UrlReaderService = {
    readUrl: async (url, options) => {
      const text = await read(url, options?.etag);
      return { buffer: async () => Buffer.from(text), etag: text };
    },
    readTree: async () => {
      throw new Error('Nobody needs the whole tree.');
    },
    search: async url => {
      const blob = url.replace('/tree/', '/blob/');
      const pattern = new RegExp(`^${blob.replace(/[*]/g, '[^/]+')}$`);
      const found = [...files.keys()].filter(file => pattern.test(file));
      return {
        etag: '',
        files: found.map(file => ({
          url: file,
          content: async () => Buffer.from(files.get(file)!),
        })),
      };
    },
  };
  const feature = createServiceFactory({
    service: coreServices.urlReader,
    deps: {},
    factory: () => reader,
  });
  return { feature, transfers: () => transfers };
}

describe('locations behind URLs', () => {
  it('bring in one file, with links from problems to their lines', async () => {
    const url = `${BASE}/shop/o8-module.yaml`;
    const { feature } = aRepository(new Map([[url, brokenText('shop')]]));
    const catalog = await startCatalog({
      features: [feature],
      locations: [{ type: 'url', target: url }],
    });
    const module = await catalog.until('module:shop');
    expect(problemsOf(module)[0]).toMatch(/^error O8101 o8-module\.yaml:13:3 /);
    expect(module.status?.items?.[0]).toMatchObject({
      url: `${url.replace('blob', 'tree')}#L13`,
    });
  });

  it('bring in all files of a pattern, and new and lost ones as they come and go', async () => {
    const files = new Map([
      [`${BASE}/a/o8-module.yaml`, moduleText('a')],
      [`${BASE}/b/o8-module.yaml`, moduleText('b')],
    ]);
    const { feature } = aRepository(files);
    const catalog = await startCatalog({
      features: [feature],
      locations: [{ type: 'url', target: `${BASE}/*/o8-module.yaml` }],
    });
    await catalog.until('component:a');
    await catalog.until('component:b');
    files.set(`${BASE}/c/o8-module.yaml`, moduleText('c'));
    files.delete(`${BASE}/a/o8-module.yaml`);
    await catalog.until('component:c');
    const lost = await catalog.until('module:b');
    expect(lost.metadata.name).toBe('b');
  });

  it('are transferred again only when they have changed', async () => {
    const url = `${BASE}/shop/o8-module.yaml`;
    const files = new Map([[url, moduleText('shop')]]);
    const { feature, transfers } = aRepository(files);
    const catalog = await startCatalog({
      features: [feature],
      locations: [{ type: 'url', target: url }],
    });
    await catalog.until('module:shop');
    expect(transfers()).toBe(1);
    files.set(url, moduleText('shop', { extra: '  lifecycle: production\n' }));
    await catalog.until(
      'component:shop',
      ({ spec }) => spec?.lifecycle === 'production',
    );
    expect(transfers()).toBe(2);
  });
});

describe('what stands beside a module', () => {
  const directory = createMockDirectory();

  it('is no Component where the portal wants none', async () => {
    directory.setContent({ 'shop/o8-module.yaml': moduleText('shop') });
    const catalog = await startCatalog({
      orchestr8: { catalog: { component: false } },
      locations: [
        { type: 'file', target: directory.resolve('*/o8-module.yaml') },
      ],
    });
    const module = await catalog.until('module:shop');
    expect(await catalog.entities('kind=component')).toEqual([]);
    expect(module.relations?.map(({ type }) => type)).not.toContain('hasPart');
  });

  it('is told to be absent, with its pattern, where nothing matches', async () => {
    const pattern = directory.resolve('nowhere/*/o8-module.yaml');
    const knex = await databases.init('SQLITE_3');
    await startCatalog({
      knex,
      locations: [{ type: 'file', target: pattern }],
    });
    const told = await eventually('the error of the location', async () => {
      const rows = await knex('refresh_state').whereNot({ errors: '[]' });
      return rows.find(({ errors }) => errors)?.errors as string | undefined;
    });
    expect(told).toContain(`No file matches ${pattern}`);
  });
});
