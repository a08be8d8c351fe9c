import { Access } from './Access';
import { AlertStates } from './AlertStates';
import { CatalogModules } from './CatalogModules';
import { Dependencies } from './Dependencies';
import { Deployments } from './Deployments';
import { Environments } from './Environments';
import { Logs } from './Logs';
import { Observations } from './Observations';
import { Plans } from './Plans';
import { Releases } from './Releases';
import { Summaries } from './Summaries';
import { Templates } from './Templates';
import { Uploads } from './Uploads';
import { Validation } from './Validation';

/** What the routes call: a service for each noun. */
export interface Services {
  access: Access;
  alerts: AlertStates;
  catalog: CatalogModules;
  dependencies: Dependencies;
  deployments: Deployments;
  environments: Environments;
  logs: Logs;
  observations: Observations;
  plans: Plans;
  releases: Releases;
  summaries: Summaries;
  templates: Templates;
  uploads: Uploads;
  validation: Validation;
}
