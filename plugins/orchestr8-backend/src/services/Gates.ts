import {
  Environment,
  evaluateGates,
  GateResult,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PlanTerms } from '../store/DatabasePlans';
import { AlertStates } from './AlertStates';
import { Environments } from './Environments';
import { Given } from './GivenApprovals';
import { Observations } from './Observations';

/** The gates of an environment, against what is seen now where the release comes from. */
export class Gates {
  private readonly services: {
    environments: Environments;
    observations: Observations;
    alerts: AlertStates;
  };

  constructor(services: Gates['services']) {
    this.services = services;
  }

  /**
   * How the gates of the plan's environment stand now, the approvals that were
   * given to this very plan among them.
   */
  async evaluate(
    plan: Pick<Plan, 'release' | 'module' | 'environment'>,
    terms: PlanTerms,
    given: Given | undefined,
  ): Promise<GateResult[]> {
    const environment = asked(
      this.services.environments.get(plan.environment),
      terms,
    );
    return evaluateGates({
      environment,
      release: plan.release,
      source: await this.source(plan.module, environment),
      approvals: given?.by,
      now: new Date().toISOString(),
    });
  }

  private async source(module: string, environment: Environment) {
    if (!environment.promoteFrom) {
      return undefined;
    }
    const { environments, observations, alerts } = this.services;
    const from = environments.get(environment.promoteFrom);
    const observation = await observations.observe(module, from);
    const states = environment.gates.noFiringAlerts
      ? await alerts.of(module, from)
      : undefined;
    return {
      environment: from.name,
      deployed: observation.deployed,
      health: observation.health,
      alerts: states?.configured ? states.alerts : undefined,
    };
  }
}

/**
 * The environment with those of its gates that a kind of deployment has to pass:
 * all for what brings something new. Scaling and restarting bring nothing, and
 * pass none. What ran there before may come back in a freeze and whatever the
 * environment before is like now; that, and deleting, still takes people's yes.
 */
function asked(environment: Environment, { kind }: PlanTerms): Environment {
  const { approvals } = environment.gates;
  const onlyPeople: Environment = {
    ...environment,
    promoteFrom: undefined,
    gates: approvals ? { approvals } : {},
  };
  switch (kind) {
    case 'deploy':
    case 'promote':
      return environment;
    case 'rollback':
      return { ...onlyPeople, freeze: [] };
    case 'delete':
      return onlyPeople;
    case 'scale':
    case 'restart':
      return { ...onlyPeople, gates: {}, freeze: [] };
    default:
      throw new Error(`There is no kind "${kind satisfies never}".`);
  }
}
