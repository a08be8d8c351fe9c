import {
  AuthService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Engine } from '@orchestr8/backstage-plugin-orchestr8-node';
import { Knex } from 'knex';
import { Settings } from '../settings/readSettings';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { DatabaseOverrides } from '../store/DatabaseOverrides';
import { DatabasePlans } from '../store/DatabasePlans';
import { DatabaseReleases } from '../store/DatabaseReleases';
import { DeploymentSignals } from '../worker/DeploymentSignals';
import { Access } from './Access';
import { AlertStates } from './AlertStates';
import { CatalogModules } from './CatalogModules';
import { Clusters } from './Clusters';
import { Dependencies } from './Dependencies';
import { Deployments } from './Deployments';
import { Environments } from './Environments';
import { Gates } from './Gates';
import { Logs } from './Logs';
import { ModuleRepositories } from './ModuleRepositories';
import { Observations } from './Observations';
import { Plans } from './Plans';
import { Releases } from './Releases';
import { Services } from './Services';
import { Summaries } from './Summaries';
import { Templates } from './Templates';
import { Uploads } from './Uploads';
import { Validation } from './Validation';

/** What the services stand on. */
export interface Foundations {
  knex: Knex;
  settings: Settings;
  engine: Engine;
  clusters: Clusters;
  signals: DeploymentSignals;
  access: Access;
  catalog: CatalogService;
  auth: AuthService;
  urlReader: UrlReaderService;
  logger: LoggerService;
}

/** Puts the services together; nothing is done yet. */
export function createServices(foundations: Foundations): Services {
  const { access, clusters, engine, knex, logger, settings, signals } =
    foundations;
  const { auth, urlReader } = foundations;
  const deployments = new DatabaseDeployments(knex);
  const overrides = new DatabaseOverrides(knex);
  const stored = new DatabaseReleases(knex);
  const environments = new Environments(settings.environments);
  const catalog = new CatalogModules({ catalog: foundations.catalog, auth });
  const observations = new Observations({
    clusters,
    environments,
    deployments,
    overrides,
    signals,
  });
  const alerts = new AlertStates({
    clusters,
    deployments,
    releases: stored,
  });
  const releases = new Releases({
    store: stored,
    deployments,
    environments,
    urlReader,
  });
  const plans = new Plans({
    store: new DatabasePlans(knex),
    deployments,
    overrides,
    releases,
    catalog,
    clusters,
    environments,
    gates: new Gates({ environments, observations, alerts }),
    engine,
  });
  return {
    access,
    alerts,
    catalog,
    dependencies: new Dependencies({ catalog, deployments }),
    deployments: new Deployments({
      store: deployments,
      overrides,
      plans,
      releases,
      signals,
    }),
    environments,
    logs: new Logs(clusters),
    observations,
    plans,
    releases,
    summaries: new Summaries({ environments, observations, deployments }),
    templates: new Templates({ folder: settings.templatesFolder, logger }),
    uploads: new Uploads({
      releases,
      catalog,
      repositories: new ModuleRepositories(settings.modulesFolder),
    }),
    validation: new Validation({ engine, environments }),
  };
}
