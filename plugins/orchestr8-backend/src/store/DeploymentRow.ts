import { Deployment } from '@orchestr8/backstage-plugin-orchestr8-common';

/** A row of `o8_deployments`. */
export interface DeploymentRow {
  position: number;
  id: string;
  kind: Deployment['kind'];
  module: string;
  environment: string;
  version: string;
  release: string;
  cluster: string;
  namespace: string;
  plan: string;
  promoted_from: string | null;
  state: Deployment['state'];
  message: string;
  failure: string | null;
  steps: string;
  requested_by: string;
  approved_by: string | null;
  requester_known: boolean | number;
  rolls_back: string | null;
  rolled_back_to: string | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  cancel_requested: boolean | number;
  epoch: number | string;
  owner: string | null;
  lease_until: number | string | null;
}

/** The deployment as the API shows it. */
export function deploymentFromRow(row: DeploymentRow): Deployment {
  return {
    id: row.id,
    kind: row.kind,
    module: row.module,
    version: row.version,
    release: row.release,
    environment: row.environment,
    cluster: row.cluster,
    namespace: row.namespace,
    plan: row.plan,
    ...(row.promoted_from ? { promotedFrom: row.promoted_from } : {}),
    ...(row.rolls_back ? { rollsBack: row.rolls_back } : {}),
    ...(row.rolled_back_to
      ? { rolledBackTo: JSON.parse(row.rolled_back_to) }
      : {}),
    state: row.state,
    message: row.message,
    ...(row.failure ? { failure: JSON.parse(row.failure) } : {}),
    requestedBy: row.requested_by,
    ...(row.approved_by ? { approvedBy: JSON.parse(row.approved_by) } : {}),
    steps: JSON.parse(row.steps),
    createdAt: row.created_at,
    ...(row.started_at ? { startedAt: row.started_at } : {}),
    ...(row.finished_at ? { finishedAt: row.finished_at } : {}),
  };
}
