import { Orchestr8Client } from '@orchestr8/backstage-plugin-orchestr8-common';

/**
 * What the cards ask the portal for: the part of {@link Orchestr8Client} that they
 * need. Failures reject with an `ApiError`, whose `name` is that of the problem
 * document. Streams end with the connection; the reader opens a new one.
 *
 * @public
 */
export type Orchestr8Api = Pick<
  Orchestr8Client,
  | 'listEnvironments'
  | 'listModules'
  | 'watchModules'
  | 'listProblems'
  | 'getDependencies'
  | 'listObservations'
  | 'watchObservations'
  | 'getAlerts'
  | 'listDrift'
  | 'readLogs'
  | 'makePlan'
  | 'planRollback'
  | 'planDeletion'
  | 'getPlan'
  | 'listReleases'
  | 'requestApproval'
  | 'getApproval'
  | 'watchApproval'
  | 'approvePlan'
  | 'rejectPlan'
  | 'listApprovals'
  | 'deploy'
  | 'getDeployment'
  | 'watchDeployment'
  | 'cancelDeployment'
  | 'listDeployments'
  | 'scale'
  | 'restart'
>;
