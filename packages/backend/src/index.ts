import { createBackend } from '@backstage/backend-defaults';
import { environmentDefaults } from './environmentDefaults';

Object.assign(process.env, environmentDefaults(process.env));

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

backend.add(import('@orchestr8/backstage-plugin-orchestr8-backend'));
backend.add(
  import('@orchestr8/backstage-plugin-catalog-backend-module-orchestr8'),
);
backend.add(
  import('@orchestr8/backstage-plugin-scaffolder-backend-module-orchestr8'),
);

backend.add(
  import('@orchestr8/backstage-plugin-catalog-backend-module-orchestr8/search'),
);

backend.start();
