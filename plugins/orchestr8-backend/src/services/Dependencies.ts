import {
  dependencyTree,
  DependencyTree,
  Environment,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { CatalogModules } from './CatalogModules';

/** What modules depend on, as it stands in an environment. */
export class Dependencies {
  private readonly catalog: CatalogModules;
  private readonly deployments: DatabaseDeployments;

  constructor(options: {
    catalog: CatalogModules;
    deployments: DatabaseDeployments;
  }) {
    this.catalog = options.catalog;
    this.deployments = options.deployments;
  }

  async tree(
    module: string,
    environment: Environment,
  ): Promise<DependencyTree> {
    const [modules, deployed] = await Promise.all([
      this.catalog.all(),
      this.deployments.deployedIn(environment.name),
    ]);
    return dependencyTree(
      new Map(modules.map(node => [node.name, node])),
      module,
      {
        environment: environment.name,
        deployed: new Map(
          [...deployed].map(([name, { version }]) => [name, version]),
        ),
      },
    );
  }
}
