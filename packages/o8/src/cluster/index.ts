/**
 * What works straight on a cluster. The cluster's client is large, so it stays
 * behind a door of its own, opened only by verbs that need it.
 */
export {
  clusterPreparation,
  connectCluster,
  DEFAULT_ACCOUNT,
  FenceNotEnforced,
  planPreparation,
  prepareCluster,
  proveFence,
  RightsMissing,
  type PreparationStep,
} from '@orchestr8/backstage-plugin-orchestr8-node';
