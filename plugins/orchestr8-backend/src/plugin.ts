import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  moduleCreatePermission,
  modulePermissions,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { createEngine } from '@orchestr8/backstage-plugin-orchestr8-node';
import { registerActions } from './actions/registerActions';
import { createRouter } from './router/createRouter';
import { Access } from './services/Access';
import { Audit } from './services/Audit';
import { Clusters } from './services/Clusters';
import { createServices } from './services/createServices';
import { readSettings } from './settings/readSettings';
import { connectRenderer } from './settings/connectRenderer';
import { DatabaseAudit } from './store/DatabaseAudit';
import { DatabaseRuns } from './store/DatabaseRuns';
import { migrateDatabase } from './store/migrateDatabase';
import { auditedRuns } from './worker/auditedRuns';
import { carryOutPlan } from './worker/carryOutPlan';
import { DeploymentSignals } from './worker/DeploymentSignals';
import { DeploymentWorker } from './worker/DeploymentWorker';
import { Telemetry } from './worker/Telemetry';

/**
 * The service of Orchestr8: its HTTP API under `/api/orchestr8/v1`, its record
 * of releases, plans and deployments, and the worker that carries them out.
 *
 * @public
 */
export const orchestr8Plugin = createBackendPlugin({
  pluginId: 'orchestr8',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        tracing: tracingServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
        const { config, database, httpRouter, lifecycle, logger } = deps;
        const settings = readSettings(config);
        const knex = await migrateDatabase(database);
        const clusters = new Clusters(settings.clusters);
        const signals = new DeploymentSignals();
        const engine = createEngine({
          renderer: connectRenderer(settings.rendererCommand),
          clusterScopedKinds: settings.policy.clusterScopedKinds,
          policyExceptions: settings.policy.exceptions,
        });
        const store = new DatabaseAudit(knex);
        const services = createServices({
          ...deps,
          knex,
          settings,
          engine,
          clusters,
          signals,
          access: new Access({
            ...deps,
            audit: new Audit({ ...deps, store }),
          }),
        });
        const runs = new DatabaseRuns(knex);
        const telemetry = new Telemetry({
          ...deps,
          oldestQueued: () => runs.oldestQueued(),
          watchLags: () => clusters.watchLags,
        });
        const carryOut = telemetry.traced(
          carryOutPlan({
            engine,
            planOf: deployment => services.clearance.planOf(deployment),
            rollbackOf: deployment => services.rollbacks.automatic(deployment),
            clusterOf: name => clusters.get(name),
            watchesOf: name => clusters.watches(name),
            timeoutOf: name => services.environments.get(name).timeoutMs,
          }),
        );
        const worker = new DeploymentWorker({
          runs,
          signals,
          logger,
          telemetry,
          carryOut: auditedRuns(carryOut, { ...deps, store }),
        });

        deps.permissionsRegistry.addPermissions([
          ...Object.values(modulePermissions),
          moduleCreatePermission,
        ]);
        httpRouter.use(await createRouter({ services, logger }));
        registerActions(deps);
        lifecycle.addStartupHook(() => worker.start());
        lifecycle.addShutdownHook(async () => {
          services.feed.close();
          await worker.stop();
          await Promise.all([engine.close(), clusters.close()]);
        });
      },
    });
  },
});
