import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  exampleModule,
  moduleEntity,
  writeModule,
} from '../__testUtils__/exampleModule';
import { FakeEngine } from '../__testUtils__/FakeEngine';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { TestPortal } from '../__testUtils__/TestPortal';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});

const DEV = testEnvironment('dev');

const settings = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings', namespace: 'shop-dev' },
};

/** Plans that bring one object. */
class BringingEngine extends FakeEngine {
  async plan(input: Parameters<FakeEngine['plan']>[0]) {
    const planned = await super.plan(input);
    return {
      ...planned,
      manifests: [{ object: settings, source: 'charts/templates/a.yaml' }],
    };
  }
}

describe.each(databases.eachSupportedId())('drift on %s', id => {
  const folder = createMockDirectory();

  it('is held against what the last deployment applied, and nothing where nothing is deployed', async () => {
    await writeModule(folder.path, exampleModule('shop'));
    const portal = await TestPortal.start({
      knex: await databases.init(id),
      environments: [DEV],
      entities: [moduleEntity('shop', { folder: folder.path })],
      engine: new BringingEngine(),
      worker: true,
    });
    const ada = portal.as('user:default/ada');
    expect(await ada.listDrift('shop', 'dev')).toEqual([]);

    const plan = await ada.makePlan('shop', { environment: 'dev' });
    await portal.ended((await ada.deploy({ plan: plan.hash })).id);
    // The cluster of this test has no objects: what was applied is gone.
    expect(await ada.listDrift('shop', 'dev')).toEqual([
      {
        object: {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          name: 'settings',
          namespace: 'shop-dev',
        },
        fields: [],
      },
    ]);
    await portal.stop();
  });
});
