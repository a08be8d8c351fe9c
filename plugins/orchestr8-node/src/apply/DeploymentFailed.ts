import { DeploymentFailure } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Ends a deployment as failed, with cause, evidence and remedy. Never leaves `executePlan`. */
export class DeploymentFailed extends Error {
  constructor(readonly failure: DeploymentFailure) {
    super(failure.message);
    this.name = 'DeploymentFailed';
  }
}
