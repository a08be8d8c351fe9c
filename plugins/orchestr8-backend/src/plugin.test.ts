import {
  createMockDirectory,
  MockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import orchestr8Plugin from '.';
import {
  encoded,
  exampleModule,
  moduleEntity,
} from './__testUtils__/exampleModule';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const ID = '00000000-0000-4000-8000-000000000000';

/** A catalog that knows the modules of a folder too, as the portal's does. */
function catalogOf(folder: MockDirectory, entities: Entity[]) {
  const catalog = catalogServiceMock({ entities });
  const known = catalog.getEntityByRef.bind(catalog);
  catalog.getEntityByRef = async (ref, options) => {
    const { name } = parseEntityRef(ref);
    return folder.content({ path: '.' })?.[name]
      ? moduleEntity(name)
      : known(ref, options);
  };
  return catalog;
}

describe('the API without a cluster that answers', () => {
  const folder = createMockDirectory();
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  });
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  beforeAll(async () => {
    ({ server } = await startTestBackend({
      features: [
        orchestr8Plugin,
        permissions.factory,
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () =>
            catalogOf(folder, [
              moduleEntity('shop', { dependencies: ['redis'] }),
              moduleEntity('lost', { folder: '/nowhere' }),
            ]),
        }),
        mockServices.rootConfig.factory({
          data: {
            orchestr8: {
              modules: { folder: folder.path },
              clusters: [{ name: 'playground' }],
              environments: [
                { name: 'dev', cluster: 'playground' },
                {
                  name: 'production',
                  cluster: 'playground',
                  promoteFrom: 'dev',
                },
              ],
            },
          },
        }),
      ],
    }));
  });

  it.each([
    [
      'get',
      '/modules/shup/alerts?environment=dev',
      undefined,
      404,
      /Did you mean "shop"/,
    ],
    [
      'get',
      '/modules/shop/alerts?environment=qa',
      undefined,
      404,
      /no environment "qa"/,
    ],
    ['get', '/modules/shop/alerts', undefined, 400, /environment/],
    ['get', `/plans/${DIGEST}`, undefined, 404, /no plan/],
    ['get', '/plans/nonsense', undefined, 400, /hash/],
    ['get', `/deployments/${ID}`, undefined, 404, /no deployment/],
    ['post', '/deployments', { plan: DIGEST }, 404, /no plan/],
    [
      'post',
      '/deployments',
      { plan: DIGEST, yes: true },
      400,
      /additional|unknown/i,
    ],
    [
      'post',
      '/modules/shop/scale',
      { environment: 'dev', replicas: -1 },
      400,
      /replicas/,
    ],
    [
      'post',
      '/modules/shop/scale',
      { environment: 'dev', replicas: 2 },
      409,
      /not deployed to dev/,
    ],
    [
      'post',
      '/modules/shop/plans',
      { environment: 'dev' },
      409,
      /where the module "shop" comes from/,
    ],
    [
      'post',
      '/modules/lost/plans',
      { environment: 'dev' },
      422,
      /cannot be read/,
    ],
    [
      'post',
      '/modules/shop/plans',
      { environment: 'production', from: 'dev' },
      409,
      /Nothing is deployed to dev/,
    ],
    [
      'post',
      '/modules/shop/plans',
      { environment: 'dev', release: DIGEST },
      404,
      /no release/,
    ],
    [
      'post',
      '/releases',
      { files: encoded({ 'o8-module.yaml': 'kind: Module' }) },
      422,
      /not valid/,
    ],
    [
      'post',
      '/releases',
      { files: encoded({ '../evil': 'x' }) },
      422,
      /cannot be part/,
    ],
    ['get', '/nothing', undefined, 404, /no route/],
  ] as const)(
    'answers %s %s with a problem document',
    async (method, path, body, status, detail) => {
      const response = await request(server)
        [method](`/api/orchestr8/v1${path}`)
        .send(body as object | undefined);
      expect(response.body).toMatchObject({
        status,
        detail: expect.stringMatching(detail),
        name: expect.any(String),
      });
      expect(response.status).toBe(status);
      expect(response.type).toBe('application/problem+json');
    },
  );

  it('registers an uploaded module that the catalog does not know, as a repository of its own', async () => {
    const response = await request(server)
      .post('/api/orchestr8/v1/releases')
      .send({ files: encoded(exampleModule('fresh')) });
    expect(response.body).toMatchObject({
      registered: true,
      release: { module: 'fresh', version: '1.0.0', source: 'upload' },
    });
    expect(folder.content({ path: 'fresh' })).toMatchObject({
      'o8-module.yaml': expect.stringContaining('name: fresh'),
      '.git': expect.anything(),
    });
  });

  it('shows environments, modules and dependencies', async () => {
    const get = (path: string) =>
      request(server).get(`/api/orchestr8/v1${path}`);
    expect((await get('/environments')).body.items).toMatchObject([
      { name: 'dev', mutableVersions: true, timeoutMs: 300_000 },
      { name: 'production', promoteFrom: 'dev' },
    ]);
    expect((await get('/modules')).body.items).toMatchObject([
      { name: 'lost' },
      { name: 'shop', version: '1.0.0', environments: [{}, {}] },
    ]);
    expect((await get('/modules/shop/dependencies')).body).toMatchObject({
      name: 'shop',
      children: [{ name: 'redis', state: 'unknown-module' }],
    });
    expect(
      (await get('/modules/shop/alerts?environment=prod')).body,
    ).toMatchObject({ configured: false });
  });

  it('refuses who does not have the permission, and names it', async () => {
    permissions.authorize.mockResolvedValueOnce([
      { result: AuthorizeResult.DENY },
    ]);
    const response = await request(server)
      .post('/api/orchestr8/v1/modules/shop/scale')
      .send({ environment: 'dev', replicas: 2 });
    expect(response.status).toBe(403);
    expect(response.body.detail).toContain('orchestr8.module.scale');
  });
});
