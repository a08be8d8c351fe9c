import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { readReservedNames } from '@orchestr8/backstage-plugin-orchestr8-common';
import { KeyRefresher } from './known/KeyRefresher';
import { KnownReader } from './known/KnownReader';
import { orchestr8ModelLayer } from './model/modelLayer';
import { lineLinks } from './processors/lineLinks';
import { ModuleLocationProcessor } from './processors/ModuleLocationProcessor';
import { ModuleProcessor } from './processors/ModuleProcessor';
import { ModuleTemplateProcessor } from './processors/ModuleTemplateProcessor';
import { ModuleTexts } from './processors/ModuleTexts';
import { connectSources } from './provider/connectSources';
import { RefreshConnection } from './provider/RefreshConnection';

/**
 * Teaches the catalog the kinds Module and ModuleTemplate, and puts the modules
 * of the portal's own folder and of the configured sources into it.
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
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        model: catalogModelExtensionPoint,
        reader: coreServices.urlReader,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { processing, catalog, auth, config, logger, scheduler } = deps;
        const reserved = readReservedNames(
          config.getOptional('orchestr8.modules.reservedNames'),
        );
        const connection = new RefreshConnection();
        const refresher = new KeyRefresher({
          refresh: keys => connection.refresh(keys),
          logger,
        });
        const onChange = (keys: string[]) => refresher.add(keys);
        const known = new KnownReader({ catalog, auth, scheduler, onChange });
        const lineLink = lineLinks(ScmIntegrations.fromConfig(config));

        processing.addProcessor(
          new ModuleLocationProcessor({
            texts: new ModuleTexts(deps.reader),
            logger,
            reserved,
          }),
          new ModuleProcessor({
            index: known.index,
            handWritten: known.handWritten,
            component:
              config.getOptionalBoolean('orchestr8.catalog.component') ?? true,
            argocd: (
              config.getOptionalConfigArray('orchestr8.environments') ?? []
            ).some(
              environment =>
                environment.getOptionalString('delivery') === 'argocd',
            ),
            reserved,
            lineLink,
            onChange,
          }),
          new ModuleTemplateProcessor({ lineLink }),
        );
        if (config.getOptionalBoolean('orchestr8.catalog.modelLayer')) {
          deps.model.addModelSource(
            CatalogModelSources.static([orchestr8ModelLayer]),
          );
        }
        processing.addEntityProvider(connection);

        await connectSources({ ...deps, reserved });
        deps.lifecycle.addShutdownHook(() => {
          known.stop();
          refresher.stop();
        });
        await known.start();
      },
    });
  },
});
