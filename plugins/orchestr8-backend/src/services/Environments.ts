import {
  canonicalEnvironment,
  Environment,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ProblemError } from '../router/ProblemError';

/** The configured environments, in the order of the path. */
export class Environments {
  readonly items: readonly Environment[];

  constructor(items: readonly Environment[]) {
    this.items = items;
  }

  /** By name or alias; throws NotFoundError naming those that there are. */
  get(name: string): Environment {
    const wanted = canonicalEnvironment(name);
    const found = this.items.find(environment => environment.name === wanted);
    if (!found) {
      throw new ProblemError(
        'NotFoundError',
        `There is no environment "${name}".`,
        {
          hint: `Configured in orchestr8.environments: ${
            this.items.map(environment => environment.name).join(', ') || 'none'
          }.`,
        },
      );
    }
    return found;
  }

  /** Stricter lint holds in the last environment of the path. */
  isLast(environment: Environment): boolean {
    return this.items[this.items.length - 1]?.name === environment.name;
  }

  /** Where a release goes next from here. */
  next(environment: Environment): Environment | undefined {
    return this.items.find(item => item.promoteFrom === environment.name);
  }

  /** Names of those where a version's content is fixed. */
  get immutable(): string[] {
    return this.items
      .filter(environment => !environment.mutableVersions)
      .map(environment => environment.name);
  }
}
