/**
 * What works straight on a cluster. The cluster's client is large, so it stays
 * behind a door of its own, opened only by verbs that need it.
 */
export {
  clusterPreparation,
  connectCluster,
  contextOf,
  createEngine,
  DEFAULT_ACCOUNT,
  demandSource,
  discardNamespace,
  FenceNotEnforced,
  INVENTORY_NAME,
  matcherOf,
  observeModule,
  planPreparation,
  prepareCluster,
  proveFence,
  readInventory,
  readModuleFolder,
  releaseDigest,
  RendererProcess,
  RightsMissing,
  runTests,
  SharedLogs,
  SharedWatches,
  streamLogs,
  watchObservation,
  type ClusterWriter,
  type Engine,
  type KubeContext,
  type PlannedDeployment,
  type PreparationStep,
  type TestResult,
} from '@orchestr8/backstage-plugin-orchestr8-node';
export { findRenderer } from '../offline/findRenderer';
export { neighboursOf, type Neighbour } from './neighboursOf';
export { specificationOf } from './specificationOf';
export { suspicionOf } from './suspicionOf';
