import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Orchestr8Client } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Router } from 'express';
import { TestPortal } from '../__testUtils__/TestPortal';
import { createRouter, readSpecification } from './createRouter';

const ID = '00000000-0000-4000-8000-000000000000';
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** The public methods of the client and of what it extends. */
function methodsOf(prototype: object): string[] {
  return prototype === Object.prototype
    ? []
    : [
        ...Object.getOwnPropertyNames(prototype),
        ...methodsOf(Object.getPrototypeOf(prototype)),
      ].filter(name => !['constructor', 'items'].includes(name));
}

/** `get /v1/modules/{module}` and the like, of every route that a router has. */
function routesOf(router: Router): string[] {
  return router.stack.flatMap(({ route }) =>
    route
      ? Object.keys(
          (route as unknown as { methods: Record<string, boolean> }).methods,
        ).map(method => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`)
      : [],
  );
}

async function operations(): Promise<{ name: string; operationId: string }[]> {
  const { paths } = await readSpecification();
  return Object.entries(
    paths as Record<string, Record<string, { operationId: string }>>,
  ).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => ({
      name: `${method} ${path}`,
      operationId,
    })),
  );
}

describe('openapi.yaml', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.start({
      knex: await databases.init('SQLITE_3'),
      environments: [],
      entities: [],
    });
  });
  afterAll(() => portal.stop());

  it('has an operation for each method of the client, and no other', async () => {
    const ids = (await operations()).map(({ operationId }) => operationId);
    expect(ids.sort()).toEqual(methodsOf(Orchestr8Client.prototype).sort());
  });

  it('has an operation for each route, and no other', async () => {
    const router = await createRouter({
      services: portal.services,
      logger: mockServices.logger.mock(),
    });
    const documented = (await operations()).map(({ name }) => name);
    expect(routesOf(router).sort()).toEqual(
      [...documented, 'get /openapi.json'].sort(),
    );
  });

  it('has no operation that is answered as if there were no route', async () => {
    for (const { name } of await operations()) {
      const [method, path] = name.split(' ');
      const filled = path
        .replace('{hash}', `sha256:${'a'.repeat(64)}`)
        .replace('{id}', ID)
        .replace(/\{\w+\}/, 'shop');
      const gone = new AbortController();
      const response = await fetch(`${portal.url}${filled}`, {
        method: method.toUpperCase(),
        headers: { authorization: mockCredentials.user.header() },
        signal: gone.signal,
      });
      const isStream = response.headers
        .get('content-type')
        ?.startsWith('text/event-stream');
      const text = isStream ? '' : await response.text();
      gone.abort();
      expect({ name, text }).not.toMatchObject({
        text: expect.stringMatching(/There is no route/),
      });
    }
  });
});
