import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { resolve } from 'path';
import { CatalogLastGood } from './entities/LastGood';
import { ownerKey } from './people/ownerKey';
import { PeopleIndex } from './people/PeopleIndex';
import { refreshPeople } from './people/refreshPeople';
import { ModuleLocationProcessor } from './processors/ModuleLocationProcessor';
import { ModuleProcessor } from './processors/ModuleProcessor';
import { ModuleTemplateProcessor } from './processors/ModuleTemplateProcessor';
import { ModuleTexts } from './processors/ModuleTexts';
import { ModulesFolderProvider } from './provider/ModulesFolderProvider';
import { RefreshConnection } from './provider/RefreshConnection';
import { watchModulesFolder } from './provider/watchModulesFolder';

/**
 * Teaches the catalog the kinds Module and ModuleTemplate, and puts the modules
 * of the portal's own folder into it.
 *
 * @public
 */
export const catalogModuleOrchestr8 = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'orchestr8',
  register({ registerInit }) {
    registerInit({
      deps: {
        processing: catalogProcessingExtensionPoint,
        catalog: catalogServiceRef,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        reader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { processing, catalog, auth, config, logger, scheduler } = deps;
        const people = new PeopleIndex();
        const lastGood = new CatalogLastGood(catalog, auth);
        const connection = new RefreshConnection();
        const onChange = (owners: string[]) =>
          connection.refresh(owners.map(ownerKey));

        processing.addProcessor(
          new ModuleLocationProcessor({
            texts: new ModuleTexts(deps.reader),
            lastGood,
            logger,
          }),
          new ModuleProcessor({
            people,
            component:
              config.getOptionalBoolean('orchestr8.catalog.component') ?? true,
            argocd: (
              config.getOptionalConfigArray('orchestr8.environments') ?? []
            ).some(
              environment =>
                environment.getOptionalString('delivery') === 'argocd',
            ),
            onOwners: owners => {
              onChange(owners).catch(error =>
                logger.warn(`Owners are worked out again later: ${error}`),
              );
            },
          }),
          new ModuleTemplateProcessor(),
        );
        processing.addEntityProvider(connection);

        const folder = config.getOptionalString('orchestr8.modules.folder');
        if (folder) {
          const provider = new ModulesFolderProvider({
            folder: resolve(folder),
            lastGood,
            logger,
          });
          processing.addEntityProvider(provider);
          const stop = await watchModulesFolder(
            resolve(folder),
            () => provider.sync(),
            { logger },
          );
          deps.lifecycle.addShutdownHook(stop);
        }
        await refreshPeople({
          people,
          catalog,
          auth,
          scheduler,
          logger,
          onChange,
        });
      },
    });
  },
});
