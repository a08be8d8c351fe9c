import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  parseModule,
  withEnvironment,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { readModuleFolder } from '@orchestr8/backstage-plugin-orchestr8-node';
import fs from 'fs';
import git from 'isomorphic-git';
import { resolve } from 'path';
import { createModuleAction } from './createModuleAction';
import { createPublishAction } from './createPublishAction';
import { ModuleCatalog } from './ModuleCatalog';

const templatesFolder = resolve(__dirname, '../../../../templates');

const sofia: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'sofia.rossi', namespace: 'default' },
  spec: { profile: { email: 'sofia.rossi@company.com' } },
};

const moduleEntity = (name: string): Entity => ({
  apiVersion: 'orchestr8.io/v1',
  kind: 'Module',
  metadata: { name, namespace: 'default' },
  spec: { team: 'shop-team' },
});

function modulesWith(...entities: Entity[]) {
  return new ModuleCatalog({
    catalog: catalogServiceMock({ entities: [sofia, ...entities] }),
    auth: mockServices.auth(),
    permissions: mockServices.permissions.mock({
      authorize: async () => [{ result: 'ALLOW' as const }],
    }),
  });
}

describe('the actions of the wizard', () => {
  const directory = createMockDirectory();

  const create = (
    name: string,
    template = 'microservice',
    modules = modulesWith(),
  ) =>
    createModuleAction({ modules, templatesFolder }).handler(
      createMockActionContext({
        workspacePath: directory.resolve('workspace'),
        input: {
          template,
          name,
          team: 'group:default/shop-team',
          owner: 'user:default/sofia.rossi',
        },
      }) as never,
    );

  const publish = async (
    name: string,
    modules = modulesWith(moduleEntity(name)),
  ) => {
    const context = createMockActionContext({
      workspacePath: directory.resolve('workspace'),
      input: { name },
    });
    await createPublishAction({
      modules,
      modulesFolder: directory.resolve('modules'),
      patienceMs: 300,
    }).handler(context as never);
    return context;
  };

  beforeEach(() => directory.setContent({ workspace: {}, modules: {} }));

  it.each(['microservice', 'frontend', 'job', 'database'])(
    'makes a module of %s without a warning, for every environment',
    async template => {
      await create('orders', template);
      const parsed = parseModule(
        await readModuleFolder(directory.resolve('workspace')),
      );
      expect(parsed.problems).toEqual([]);
      expect(parsed.module?.spec).toMatchObject({
        team: 'shop-team',
        owner: 'sofia.rossi@company.com',
      });
      expect([...parsed.overlays.keys()].sort()).toEqual([
        'dev',
        'production',
        'staging',
      ]);
      for (const [environment, overlay] of parsed.overlays) {
        expect(
          withEnvironment(parsed.module!, { environment, overlay }).problems,
        ).toEqual([]);
      }
    },
  );

  it('says in the first line where the schema is', async () => {
    await create('orders');
    expect(
      fs.readFileSync(directory.resolve('workspace/o8-module.yaml'), 'utf8'),
    ).toMatch(/^# yaml-language-server: \$schema=/);
  });

  it('refuses a name that is taken', async () => {
    await expect(
      create('orders', 'microservice', modulesWith(moduleEntity('orders'))),
    ).rejects.toThrow(
      'The name "orders" is taken: a module of that name belongs to shop-team.',
    );
    expect(fs.readdirSync(directory.resolve('workspace'))).toEqual([]);
  });

  it.each(['nowhere', '../catalog'])(
    'refuses the template %s',
    async template => {
      await expect(create('orders', template)).rejects.toThrow(template);
    },
  );

  it('publishes one commit in a repository of its own', async () => {
    await create('orders');
    const context = await publish('orders');
    expect(context.output).toHaveBeenCalledWith(
      'entityRef',
      'module:default/orders',
    );
    const log = await git.log({ fs, dir: directory.resolve('modules/orders') });
    expect(log.map(({ commit }) => commit.message.trim())).toEqual([
      'Create the module',
    ]);
    expect(fs.readdirSync(directory.resolve('modules'))).toEqual(['orders']);
  });

  it('publishes the same files twice as once', async () => {
    await create('orders');
    await publish('orders');
    await publish('orders');
    const log = await git.log({ fs, dir: directory.resolve('modules/orders') });
    expect(log).toHaveLength(1);
  });

  it('never overwrites other files of that name', async () => {
    directory.addContent({ 'modules/orders/o8-module.yaml': 'mine' });
    await create('orders');
    await expect(publish('orders')).rejects.toThrow('holds other files');
    expect(
      fs.readFileSync(
        directory.resolve('modules/orders/o8-module.yaml'),
        'utf8',
      ),
    ).toBe('mine');
    expect(fs.readdirSync(directory.resolve('modules'))).toEqual(['orders']);
  });

  it('says where the module is when the catalog is slow', async () => {
    await create('orders');
    await expect(publish('orders', modulesWith())).rejects.toThrow(
      /The module is in ".*orders", but the catalog has not shown it yet/,
    );
  });
});
