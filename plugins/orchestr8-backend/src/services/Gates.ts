import {
  Environment,
  evaluateGates,
  GateResult,
  Release,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PlanTerms } from '../store/DatabasePlans';
import { Environments } from './Environments';
import { Observations } from './Observations';
import { AlertStates } from './AlertStates';

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

  /** Empty for scaling and restarting: these bring nothing new to an environment. */
  async evaluate(
    release: Pick<Release, 'digest' | 'module'>,
    environment: Environment,
    terms: PlanTerms,
  ): Promise<GateResult[]> {
    if (terms.kind === 'scale' || terms.kind === 'restart') {
      return [];
    }
    return evaluateGates({
      environment,
      release: release.digest,
      source: await this.source(release.module, environment),
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
