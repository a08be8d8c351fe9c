import {
  Deployment,
  DeploymentEvent,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** The right to carry out one deployment; good as long as its epoch is the target's newest and the lease runs. */
export interface Claim {
  deployment: Deployment;
  epoch: number;
  owner: string;
  /** That it begins, as recorded. Until the claim ends, only who holds it records more of the deployment. */
  begun: DeploymentEvent;
  /** Another worker had begun this deployment. */
  recovered: boolean;
}

/** The claim was lost: somebody else may be writing, so this worker must stop. */
export class ClaimLostError extends Error {
  constructor(claim: Claim) {
    super(
      `The worker ${claim.owner} no longer holds deployment ${claim.deployment.id} (epoch ${claim.epoch}).`,
    );
    this.name = 'ClaimLostError';
  }
}
