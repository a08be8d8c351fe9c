import { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { Orchestr8Client } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Orchestr8Api } from './Orchestr8Api';

/** The client of the portal, with the credentials of whoever is signed in. @public */
export function createOrchestr8Api(options: {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}): Orchestr8Api {
  const { discoveryApi, fetchApi } = options;
  return new Orchestr8Client({
    fetch: (input, init) => fetchApi.fetch(input, init),
    baseUrl: () => discoveryApi.getBaseUrl('orchestr8'),
  });
}
