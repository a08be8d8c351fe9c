import {
  Deployment,
  Refusal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PlannedDeployment } from '@orchestr8/backstage-plugin-orchestr8-node';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { CatalogModules } from './CatalogModules';
import { Environments } from './Environments';
import { Gates } from './Gates';
import { GivenApprovals } from './GivenApprovals';
import { isPerson, People } from './People';
import { Plans } from './Plans';
import { withGates } from './withGates';

/**
 * Looks again, when a deployment is about to begin, whether it still may: time
 * may have passed in the queue. Nobody's token is stored, so that the permission
 * policy cannot be asked again; what the policy rests on can: the module and the
 * person who asked are in the catalog still, the gates are met still, and those
 * who approved are still members of the groups that approvals come from.
 */
export class Clearance {
  private readonly services: {
    plans: Plans;
    deployments: DatabaseDeployments;
    environments: Environments;
    gates: Gates;
    given: GivenApprovals;
    catalog: CatalogModules;
    people: People;
  };

  constructor(services: Clearance['services']) {
    this.services = services;
  }

  /**
   * The deployment's plan with every reason that stands against it now. What has
   * begun to write was cleared when it began, and is seen through.
   */
  async planOf(deployment: Deployment): Promise<PlannedDeployment> {
    const begun = hasBegun(deployment);
    const [{ plan, manifests, terms }, gone] = await Promise.all([
      this.services.plans.get(deployment.plan),
      begun ? [] : this.whatIsGone(deployment),
    ]);
    if (begun) {
      return { plan: withGates(plan, []), manifests };
    }
    const { environments, gates, given } = this.services;
    const now = await gates.evaluate(
      plan,
      terms,
      await given.usedBy(deployment, environments.get(plan.environment)),
    );
    const cleared = withGates(plan, now);
    return {
      plan: { ...cleared, refusals: [...cleared.refusals, ...gone] },
      manifests,
    };
  }

  private async whatIsGone(deployment: Deployment): Promise<Refusal[]> {
    const { catalog, deployments, people } = this.services;
    const { kind, module, requestedBy } = deployment;
    const gone: Refusal[] = [];
    if (kind !== 'delete' && !(await catalog.find(module))) {
      gone.push({
        kind: 'gate',
        message: `The module "${module}" is not in the catalog any more.`,
      });
    }
    const known =
      isPerson(requestedBy) &&
      (await deployments.requesterWasKnown(deployment.id));
    if (known && !(await people.knows(requestedBy))) {
      gone.push({
        kind: 'gate',
        message: `${requestedBy}, who asked for this, is not in the catalog any more.`,
      });
    }
    return gone;
  }
}

/** Whether any of its runs got past looking. */
function hasBegun({ steps, earlierRuns = [] }: Deployment): boolean {
  return [...earlierRuns.flatMap(run => run.steps), ...steps].some(
    ({ name, state }) =>
      name !== 'plan' && state !== 'pending' && state !== 'skipped',
  );
}
