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

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

jest.setTimeout(60_000);

describe('an environment that Argo CD delivers to', () => {
  const folder = createMockDirectory();

  it('gets an Application, and its modules are not deleted by the portal, which says so', async () => {
    await writeModule(folder.path, exampleModule('shop'));
    const portal = await TestPortal.start({
      knex: await databases.init('SQLITE_3'),
      environments: [
        testEnvironment('dev', {
          delivery: 'argocd',
          argocd: {
            namespace: 'argocd',
            project: 'default',
            repository: 'https://git.example.com/modules.git',
            path: '${module}/charts',
            revision: '${module}-${version}',
            server: 'https://kubernetes.default.svc',
          },
        }),
      ],
      entities: [moduleEntity('shop', { folder: folder.path })],
    });
    const ada = portal.as('user:default/ada');
    const refusal = {
      name: 'ConflictError',
      message: expect.stringContaining('the portal deletes no Application'),
      problem: {
        hint: 'Delete it there: argocd app delete argocd/shop-dev --cascade.',
      },
    };
    await ada.makePlan('shop', { environment: 'dev' });
    await expect(
      ada.planDeletion('shop', { environment: 'dev' }),
    ).rejects.toMatchObject(refusal);
    expect(await ada.listObservations('shop')).toHaveLength(1);
    await portal.stop();
  });
});
