import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { readReservedNames } from '@orchestr8/backstage-plugin-orchestr8-common';
import { resolve } from 'path';
import { createModuleAction } from './actions/createModuleAction';
import { createPublishAction } from './actions/createPublishAction';
import { ModuleCatalog } from './actions/ModuleCatalog';

/**
 * The wizard's actions `orchestr8:module:create` and `orchestr8:module:publish`.
 *
 * @public
 */
export const scaffolderModuleOrchestr8 = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'orchestr8',
  register({ registerInit }) {
    registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        permissions: coreServices.permissions,
      },
      async init({ actions, auth, catalog, config, permissions }) {
        const modules = new ModuleCatalog({ catalog, auth, permissions });
        const folder = (key: string) => {
          const path = config.getOptionalString(key);
          return path ? resolve(path) : undefined;
        };
        actions.addActions(
          createModuleAction({
            modules,
            reserved: readReservedNames(
              config.getOptional('orchestr8.modules.reservedNames'),
            ),
            templatesFolder: folder('orchestr8.templates.folder'),
          }),
          createPublishAction({
            modules,
            modulesFolder: folder('orchestr8.modules.folder'),
          }),
        );
      },
    });
  },
});
