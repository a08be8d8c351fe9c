import { ModuleSummary } from '@orchestr8/backstage-plugin-orchestr8-common';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { CatalogModule } from './CatalogModules';
import { Environments } from './Environments';
import { Observations } from './Observations';

/** How modules stand in each environment, in a line. */
export class Summaries {
  private readonly services: {
    environments: Environments;
    observations: Observations;
    deployments: DatabaseDeployments;
  };

  constructor(services: Summaries['services']) {
    this.services = services;
  }

  /** Only where something is recorded as deployed is the cluster looked at, with as much patience as `Observations.observe`. */
  async of(
    module: CatalogModule,
    options: { patienceMs?: number } = {},
  ): Promise<ModuleSummary> {
    const { environments, observations, deployments } = this.services;
    const { name, team, description, version, entityRef } = module;
    return {
      name,
      team,
      ...(description ? { description } : {}),
      version,
      entityRef,
      environments: await Promise.all(
        environments.items.map(async environment => {
          const deployed = await deployments.deployed(name, environment.name);
          if (!deployed) {
            return {
              environment: environment.name,
              health: { status: 'Missing' as const, message: 'Not deployed.' },
            };
          }
          const { health } = await observations.observe(
            name,
            environment,
            options,
          );
          return { environment: environment.name, deployed, health };
        }),
      ),
    };
  }
}
