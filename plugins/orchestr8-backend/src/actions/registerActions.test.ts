import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import { modulePermissions } from '@orchestr8/backstage-plugin-orchestr8-common';
import orchestr8Plugin from '..';
import { moduleEntity } from '../__testUtils__/exampleModule';

describe('the actions of the portal', () => {
  const registry = actionsRegistryServiceMock();
  const permissions = mockServices.permissions.mock();
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const backend = await startTestBackend({
      features: [
        orchestr8Plugin,
        permissions.factory,
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => registry,
        }),
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () =>
            catalogServiceMock({
              entities: [moduleEntity('shop', { folder: '/nowhere' })],
            }),
        }),
        mockServices.rootConfig.factory({
          data: {
            orchestr8: {
              clusters: [{ name: 'playground' }],
              environments: [{ name: 'dev', cluster: 'playground' }],
            },
          },
        }),
      ],
    });
    stop = () => backend.stop();
  });

  beforeEach(() => {
    permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    );
  });

  afterAll(() => stop());

  const invoke = (name: string, input: Record<string, string | number> = {}) =>
    registry.invoke({
      id: `test:${name}`,
      input,
      credentials: mockCredentials.user('user:default/sofia'),
    });

  it('say of themselves whether they change anything', async () => {
    const { actions } = await registry.list();
    const saying = actions.map(({ name, attributes }) => [
      name,
      Object.entries(attributes)
        .filter(([, holds]) => holds)
        .map(([key]) => key)
        .join(', '),
    ]);
    expect(Object.fromEntries(saying)).toEqual({
      'list-environments': 'idempotent, readOnly',
      'list-modules': 'idempotent, readOnly',
      'get-status': 'idempotent, readOnly',
      'list-problems': 'idempotent, readOnly',
      'get-dependencies': 'idempotent, readOnly',
      'list-drift': 'idempotent, readOnly',
      'get-alerts': 'idempotent, readOnly',
      'plan-deployment': 'idempotent',
      'plan-rollback': 'idempotent',
      'plan-deletion': 'idempotent',
      'request-approval': 'idempotent',
      deploy: 'destructive',
      'get-deployment': 'idempotent, readOnly',
      'list-deployments': 'idempotent, readOnly',
      'cancel-deployment': 'destructive, idempotent',
      scale: 'destructive, idempotent',
      restart: 'destructive',
    });
  });

  it('leave approving to people', async () => {
    const { actions } = await registry.list();
    expect(actions.map(({ name }) => name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(approve|reject)/)]),
    );
  });

  it('have a schema of what goes in and what comes out that tools can read', async () => {
    const { actions } = await registry.list();
    const types = actions.map(({ schema: { input, output } }) => [
      input.type,
      output.type,
    ]);
    expect(new Set(types.flat())).toEqual(new Set(['object']));
  });

  it('answer what the HTTP API answers', async () => {
    const { output } = await invoke('list-environments');
    expect(output).toEqual({
      items: [expect.objectContaining({ name: 'dev', cluster: 'playground' })],
    });
  });

  it.each([
    ['get-status', { module: 'shop' }],
    ['plan-deployment', { module: 'shop', environment: 'dev' }],
    ['scale', { module: 'shop', environment: 'dev', replicas: 2 }],
  ])('ask for the permission of the caller: %s', async (name, input) => {
    permissions.authorize.mockImplementation(async requests =>
      requests.map(({ permission }) => ({
        result: Object.values(modulePermissions).some(ours =>
          isPermission(permission, ours),
        )
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
    );
    await expect(invoke(name, input)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('shop'),
    });
    const [, options] = permissions.authorize.mock.calls.at(-1)!;
    expect(options?.credentials.principal).toMatchObject({
      userEntityRef: 'user:default/sofia',
    });
  });

  it('say what to do about a failure', async () => {
    await expect(
      invoke('get-deployment', {
        id: '00000000-0000-4000-8000-000000000000',
      }),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('List them with "o8 module history".'),
    });
  });

  it('refuse what is no input of theirs before anything is asked', async () => {
    await expect(invoke('deploy', { plan: 5 })).rejects.toThrow('plan');
  });
});
