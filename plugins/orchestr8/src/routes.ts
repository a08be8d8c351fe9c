import { createRouteRef } from '@backstage/core-plugin-api';

/** The page of all modules. @public */
export const modulesRouteRef = createRouteRef({ id: 'orchestr8' });
