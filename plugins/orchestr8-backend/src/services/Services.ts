import { Access } from './Access';
import { Adjustments } from './Adjustments';
import { AlertStates } from './AlertStates';
import { Approvals } from './Approvals';
import { CatalogModules } from './CatalogModules';
import { Clearance } from './Clearance';
import { Dependencies } from './Dependencies';
import { Deployments } from './Deployments';
import { Drifts } from './Drifts';
import { Environments } from './Environments';
import { Logs } from './Logs';
import { ModuleFeed } from './ModuleFeed';
import { Observations } from './Observations';
import { Plans } from './Plans';
import { Releases } from './Releases';
import { Rollbacks } from './Rollbacks';
import { Summaries } from './Summaries';
import { Templates } from './Templates';
import { Uploads } from './Uploads';
import { Validation } from './Validation';

/** What the routes call: a service for each noun. */
export interface Services {
  access: Access;
  adjustments: Adjustments;
  alerts: AlertStates;
  approvals: Approvals;
  catalog: CatalogModules;
  clearance: Clearance;
  dependencies: Dependencies;
  deployments: Deployments;
  drifts: Drifts;
  environments: Environments;
  feed: ModuleFeed;
  logs: Logs;
  observations: Observations;
  plans: Plans;
  releases: Releases;
  rollbacks: Rollbacks;
  summaries: Summaries;
  templates: Templates;
  uploads: Uploads;
  validation: Validation;
}
