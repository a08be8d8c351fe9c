import {
  AuthService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Engine } from '@orchestr8/backstage-plugin-orchestr8-node';
import { Knex } from 'knex';
import { Settings } from '../settings/readSettings';
import { DatabaseApprovals } from '../store/DatabaseApprovals';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { DatabaseOverrides } from '../store/DatabaseOverrides';
import { DatabasePlans } from '../store/DatabasePlans';
import { DatabaseReleases } from '../store/DatabaseReleases';
import { DeploymentSignals } from '../worker/DeploymentSignals';
import { Access } from './Access';
import { Accounts } from './Accounts';
import { Adjustments } from './Adjustments';
import { AlertStates } from './AlertStates';
import { Approvals } from './Approvals';
import { CatalogModules } from './CatalogModules';
import { Clearance } from './Clearance';
import { Clusters } from './Clusters';
import { Dependencies } from './Dependencies';
import { Deployments } from './Deployments';
import { Drifts } from './Drifts';
import { Environments } from './Environments';
import { Gates } from './Gates';
import { GivenApprovals } from './GivenApprovals';
import { Logs } from './Logs';
import { ModuleFeed } from './ModuleFeed';
import { ModuleRepositories } from './ModuleRepositories';
import { Observations } from './Observations';
import { People } from './People';
import { PlanMaker } from './PlanMaker';
import { Plans } from './Plans';
import { ReleaseBounds } from './ReleaseBounds';
import { Releases } from './Releases';
import { Rollbacks } from './Rollbacks';
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
    accounts: new Accounts({ logger }),
    clusters,
    environments,
    deployments,
    overrides,
    signals,
    bounds: new ReleaseBounds(stored),
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
    reserved: settings.reservedNames,
  });
  const people = new People({ catalog: foundations.catalog, auth });
  const asked = new DatabaseApprovals(knex);
  const given = new GivenApprovals({ store: asked, people });
  const gates = new Gates({ environments, observations, alerts });
  const storedPlans = new DatabasePlans(knex);
  const maker = new PlanMaker({
    deployments,
    overrides,
    releases,
    catalog,
    clusters,
    environments,
    gates,
    given,
    engine,
  });
  const plans = new Plans({
    store: storedPlans,
    maker,
    deployments,
    releases,
    environments,
    given,
  });
  const approvals = new Approvals({
    store: asked,
    plans: storedPlans,
    environments,
    people,
    signals,
  });
  const queue = new Deployments({
    store: deployments,
    plans,
    approvals,
    given,
    environments,
    people,
    signals,
  });
  const summaries = new Summaries({ environments, observations, deployments });
  return {
    access,
    adjustments: new Adjustments({
      store: deployments,
      deployments: queue,
      overrides,
      plans,
      releases,
    }),
    alerts,
    approvals,
    catalog,
    clearance: new Clearance({
      plans,
      deployments,
      environments,
      gates,
      given,
      catalog,
      people,
    }),
    dependencies: new Dependencies({ catalog, deployments }),
    deployments: queue,
    drifts: new Drifts({ clusters, deployments, plans: storedPlans }),
    environments,
    feed: new ModuleFeed({
      catalog,
      environments,
      observations,
      summaries,
      signals,
      logger,
    }),
    logs: new Logs(clusters),
    observations,
    plans,
    releases,
    rollbacks: new Rollbacks({ deployments, environments, plans, releases }),
    summaries,
    templates: new Templates({ folder: settings.templatesFolder, logger }),
    uploads: new Uploads({
      releases,
      catalog,
      repositories: new ModuleRepositories(settings.modulesFolder),
    }),
    validation: new Validation({
      engine,
      environments,
      reserved: settings.reservedNames,
    }),
  };
}
