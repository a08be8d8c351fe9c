import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  exampleModule,
  moduleEntity,
  writeModule,
} from '../__testUtils__/exampleModule';
import { TestPortal } from '../__testUtils__/TestPortal';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

jest.setTimeout(60_000);

describe('an environment that Argo CD delivers to', () => {
  const folder = createMockDirectory();

  it('is only looked at: no plan of it is made, and it says so', async () => {
    await writeModule(folder.path, exampleModule('shop'));
    const portal = await TestPortal.start({
      knex: await databases.init('SQLITE_3'),
      environments: [
        {
          name: 'dev',
          cluster: 'playground',
          namespace: '${module}-${environment}',
          delivery: 'argocd',
          mutableVersions: true,
          gates: {},
          freeze: [],
          timeoutMs: 60_000,
        },
      ],
      entities: [moduleEntity('shop', { folder: folder.path })],
    });
    const ada = portal.as('user:default/ada');
    const refusal = {
      name: 'ConflictError',
      message: expect.stringContaining('does not write Applications'),
      problem: { hint: expect.stringContaining('delivery: direct') },
    };
    await expect(
      ada.makePlan('shop', { environment: 'dev' }),
    ).rejects.toMatchObject(refusal);
    await expect(
      ada.planDeletion('shop', { environment: 'dev' }),
    ).rejects.toMatchObject(refusal);
    expect(await ada.listObservations('shop')).toHaveLength(1);
    await portal.stop();
  });
});
