import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { Orchestr8Client } from '@orchestr8/backstage-plugin-orchestr8-common';
import { DEPLOYMENT_ACTIONS } from './deploymentActions';
import { READING_ACTIONS } from './readingActions';
import { toolError } from './toolError';

/**
 * What the portal offers, once more as actions. Each makes the request that a
 * person would make, in the name of the caller: so permissions, gates and audit
 * are those of the HTTP API.
 */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  auth: AuthService;
  discovery: DiscoveryService;
}): void {
  const { actionsRegistry } = options;
  for (const action of [...READING_ACTIONS, ...DEPLOYMENT_ACTIONS]) {
    const { input, output, call, ...about } = action;
    actionsRegistry.register({
      ...about,
      schema: { input: () => input, output: () => output },
      action: async ({ input: given, credentials }) => {
        try {
          return { output: await call(portalOf(credentials, options), given) };
        } catch (error) {
          throw toolError(error);
        }
      },
    });
  }
}

function portalOf(
  credentials: BackstageCredentials,
  { auth, discovery }: { auth: AuthService; discovery: DiscoveryService },
): Orchestr8Client {
  return new Orchestr8Client({
    baseUrl: () => discovery.getBaseUrl('orchestr8'),
    fetch: async (url, init) => {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'orchestr8',
      });
      return fetch(url, {
        ...init,
        headers: { ...init?.headers, authorization: `Bearer ${token}` },
      });
    },
  });
}
