import semver from 'semver';
import { DependencyResult } from '../deployment';
import { ModuleDependency } from '../module';

/** What is known of a dependency in one environment. @public */
export interface DependencyFacts {
  /** The catalog has a module of that name. */
  known: boolean;
  /** Version that is deployed in the environment. */
  deployed?: string;
  environment: string;
}

/**
 * How one dependency stands in the target environment: checked against the
 * version that is *deployed* there, by node-semver's rules.
 *
 * @public
 */
export function checkDependency(
  dependency: ModuleDependency,
  facts: DependencyFacts,
): DependencyResult {
  const { name, version: range, optional } = dependency;
  const { known, deployed, environment } = facts;
  const base = { name, optional, ...(range ? { range } : {}) };
  const wants = range ? `${name} ${range}` : name;
  if (deployed === undefined) {
    return known
      ? {
          ...base,
          state: 'missing',
          message: `${wants} is not deployed in ${environment}`,
        }
      : {
          ...base,
          state: 'unknown-module',
          message: `The catalog has no module "${name}"`,
        };
  }
  const suits =
    !range || semver.satisfies(deployed, range, { includePrerelease: true });
  return {
    ...base,
    deployed,
    state: suits ? 'satisfied' : 'unsuitable',
    message: suits
      ? `${name} ${deployed} runs in ${environment}`
      : `${wants} is needed; ${environment} runs ${deployed}`,
  };
}
