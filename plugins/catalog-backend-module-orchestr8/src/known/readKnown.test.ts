import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { moduleText, userText } from '../__testUtils__/moduleText';
import { eventually, startCatalog } from '../__testUtils__/startCatalog';
import { readKnown } from './readKnown';

jest.setTimeout(60_000);

const GROUPS = ['Payments', 'payments-eu'].map(
  name => `---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: ${name} }
spec: { type: team, children: [] }
`,
);
const SYSTEMS = ['default', 'abroad'].map(
  namespace => `---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: shop, namespace: ${namespace} }
spec: { owner: payments }
`,
);

describe('what is read of the catalog', () => {
  const directory = createMockDirectory();

  it('is who and what there is, in any namespace, with the addresses of people', async () => {
    directory.setContent({
      'shop/o8-module.yaml': moduleText('shop'),
      'people.yaml': userText('sofia', 'sofia.rossi@company.com'),
      'others.yaml': [...GROUPS, ...SYSTEMS].join(''),
    });
    let read: () => ReturnType<typeof readKnown>;
    const reader = createBackendModule({
      ...{ pluginId: 'catalog', moduleId: 'reader' },
      register: ({ registerInit }) =>
        registerInit({
          deps: { catalog: catalogServiceRef, auth: coreServices.auth },
          init: async ({ catalog, auth }) => {
            read = async () =>
              readKnown(catalog, {
                credentials: await auth.getOwnServiceCredentials(),
              });
          },
        }),
    });
    const files = ['*/o8-module.yaml', 'people.yaml', 'others.yaml'];
    const catalog = await startCatalog({
      locations: files.map(target => ({
        type: 'file',
        target: directory.resolve(target),
      })),
      features: [reader],
    });
    for (const ref of ['module:shop', 'user:sofia', 'group:payments-eu']) {
      await catalog.until(ref);
    }
    await eventually('the system abroad', async () => {
      const found = await catalog.entities('kind=system');
      return found.length === SYSTEMS.length ? found : undefined;
    });
    const known = await read!();
    expect(known.map(stringifyEntityRef).sort()).toEqual([
      'group:default/payments',
      'group:default/payments-eu',
      'module:default/shop',
      'system:abroad/shop',
      'system:default/shop',
      'user:default/sofia',
    ]);
    expect(known.at(-1)).toMatchObject({
      kind: 'User',
      spec: { profile: { email: 'sofia.rossi@company.com' } },
    });
    await catalog.stop();
  });
});
