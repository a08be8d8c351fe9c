import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  exampleModule,
  moduleEntity,
  writeModule,
} from '../__testUtils__/exampleModule';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { TestPortal } from '../__testUtils__/TestPortal';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});

describe.each(databases.eachSupportedId())('the audit on %s', id => {
  const folder = createMockDirectory();

  it('says who asked for what, and how it went', async () => {
    const knex = await databases.init(id);
    await writeModule(folder.path, exampleModule('shop'));
    const portal = await TestPortal.start({
      knex,
      environments: [testEnvironment('dev')],
      entities: [moduleEntity('shop', { folder: folder.path })],
    });
    const ada = portal.as('user:default/ada');
    const { hash } = await ada.makePlan('shop', { environment: 'dev' });
    await ada.deploy({ plan: hash });
    await expect(
      ada.scale('shop', { environment: 'dev', replicas: 3 }),
    ).rejects.toThrow('not deployed');
    portal.fakes.permissions.authorize.mockResolvedValue([
      { result: AuthorizeResult.DENY },
    ]);
    await expect(ada.restart('shop', 'dev')).rejects.toThrow('permission');

    const rows = await knex('o8_audit')
      .orderBy('sequence')
      .select('who', 'event', 'module', 'environment', 'outcome', 'message');
    const entry = (
      event: string,
      outcome: string,
      message: unknown = null,
    ) => ({
      who: 'user:default/ada',
      event,
      module: 'shop',
      environment: 'dev',
      outcome,
      message,
    });
    expect(rows).toMatchObject([
      entry('plan-make', 'succeeded'),
      { who: 'user:default/ada', module: 'shop', outcome: 'succeeded' },
      entry('module-scale', 'failed', expect.stringContaining('not deployed')),
      {
        who: 'user:default/ada',
        event: 'request-refuse',
        outcome: 'refused',
        message: expect.stringContaining('orchestr8.module.restart'),
      },
    ]);
    await portal.stop();
  });
});
