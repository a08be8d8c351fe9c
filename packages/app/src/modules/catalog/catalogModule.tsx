import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { catalogPage } from './catalogPage';

/** What this portal changes about the catalog. */
export const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogPage],
});
