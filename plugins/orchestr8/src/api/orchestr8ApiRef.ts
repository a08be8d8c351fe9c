import { createApiRef } from '@backstage/frontend-plugin-api';
import { Orchestr8Api } from './Orchestr8Api';

/** Reference to the portal's module service. @public */
export const orchestr8ApiRef = createApiRef<Orchestr8Api>().with({
  id: 'plugin.orchestr8.service',
  pluginId: 'orchestr8',
});
