/**
 * Module status, deployments, alerts, problems and logs on the pages of the
 * catalog. The new frontend system finds them by itself under `./alpha`; these
 * are the exports for apps on the old one.
 *
 * @packageDocumentation
 */
export * from './plugin';
export { modulesRouteRef } from './routes';
export { orchestr8ApiRef } from './api/orchestr8ApiRef';
export type { Orchestr8Api } from './api/Orchestr8Api';
export {
  isModule,
  isOrchestr8Available,
  MODULE_ANNOTATION,
} from './components/moduleOf';
export { moduleCatalogColumns } from './components/catalogColumns/moduleCatalogColumns';
