import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogCollatorExtensionPoint } from '@backstage/plugin-search-backend-module-catalog';
import { moduleDocument } from './moduleDocument';

/**
 * Lets the search find modules by what they are. It takes the one transformer
 * that the catalog's collator has room for; a portal that has its own calls
 * {@link moduleDocument} in it instead.
 *
 * @public
 */
export const searchModuleOrchestr8 = createBackendModule({
  pluginId: 'search',
  moduleId: 'orchestr8',
  register({ registerInit }) {
    registerInit({
      deps: { collator: catalogCollatorExtensionPoint },
      async init({ collator }) {
        collator.setEntityTransformer(moduleDocument());
      },
    });
  },
});
