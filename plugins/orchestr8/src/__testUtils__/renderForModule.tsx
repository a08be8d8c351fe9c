import { ReactElement } from 'react';
import { act } from '@testing-library/react';
import { SWRConfig } from 'swr';
import { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { orchestr8ApiRef } from '../api/orchestr8ApiRef';
import { FakeOrchestr8Api } from './FakeOrchestr8Api';

/** The Module entity of the tests. */
export const SHOP: Entity = {
  apiVersion: 'orchestr8.io/v1',
  kind: 'Module',
  metadata: { name: 'shop', namespace: 'default' },
  spec: {},
};

/** Renders a card on the page of a module, against a portal in memory. */
export async function renderForModule(
  card: ReactElement,
  options: {
    api: FakeOrchestr8Api;
    entity?: Entity;
    /** What the catalog has, or what it fails with; default nothing. */
    catalog?: Entity[] | Error;
    /** Names of permissions that are refused; absent: none. */
    refused?: string[];
    /** Where the page stands, such as `/?deployment=d-1`. */
    address?: string;
  },
) {
  const { api, entity = SHOP, refused = [], address = '/' } = options;
  const { catalog = [] } = options;
  await act(async () => {
    renderInTestApp(
      // Answers about permissions are cached; each test asks anew.
      <SWRConfig value={{ provider: () => new Map() }}>
        <EntityProvider entity={entity}>{card}</EntityProvider>
      </SWRConfig>,
      {
        apis: [
          [orchestr8ApiRef, api],
          [
            catalogApiRef,
            catalog instanceof Error
              ? catalogApiMock.mock({
                  getEntities: async () => {
                    throw catalog;
                  },
                  getEntitiesByRefs: async () => {
                    throw catalog;
                  },
                })
              : catalogApiMock({ entities: catalog }),
          ],
          [
            permissionApiRef,
            mockApis.permission({
              authorize: ({ permission }) =>
                refused.includes(permission.name)
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
            }),
          ],
        ],
        initialRouteEntries: [address],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
  });
}
