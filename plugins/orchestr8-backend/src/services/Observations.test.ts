import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
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

const DEV = testEnvironment('dev');

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('observations on %s', id => {
  const folder = createMockDirectory();

  it('say between how many replicas may be asked for, and by whom that was done', async () => {
    await writeModule(folder.path, {
      ...exampleModule('shop'),
      'environments/dev.yaml':
        'replicaCount: 2\nautoscaling: { enabled: true, minReplicas: 2, maxReplicas: 5 }\n',
    });
    const portal = await TestPortal.start({
      knex: await databases.init(id),
      environments: [DEV],
      entities: [moduleEntity('shop', { folder: folder.path })],
      worker: true,
    });
    const ada = portal.as('user:default/ada');
    const scale = async () =>
      (await ada.listObservations('shop', 'dev'))[0].scale;
    expect(await scale()).toBeUndefined();
    const { hash } = await ada.makePlan('shop', { environment: 'dev' });
    await portal.ended((await ada.deploy({ plan: hash })).id);
    expect(await scale()).toEqual({ min: 2, max: 5 });
    await expect(
      ada.scale('shop', { environment: 'dev', replicas: 6 }),
    ).rejects.toThrow(/between 2 and 5 replicas/);
    const scaled = await ada.scale('shop', { environment: 'dev', replicas: 4 });
    await portal.ended(scaled.id);
    expect(await scale()).toMatchObject({
      min: 2,
      max: 5,
      override: 4,
      by: 'user:default/ada',
    });
    await portal.stop();
  });

  it('say that a cluster does not fence, and what to do', async () => {
    await writeModule(folder.path, exampleModule('shop'));
    const portal = await TestPortal.start({
      knex: await databases.init(id),
      environments: [DEV],
      entities: [moduleEntity('shop', { folder: folder.path })],
    });
    const [seen] = await portal
      .as('user:default/ada')
      .listObservations('shop', 'dev');
    expect(seen.unfenced).toMatch(/does not fence.*o8 cluster prepare/);
    await portal.stop();
  });
});
