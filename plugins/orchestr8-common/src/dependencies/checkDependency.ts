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
  /** Name of the module that depends, for the message. */
  dependent?: string;
  /** Versions that are released, wherever they run; the message names one that would do. */
  released?: readonly string[];
}

/**
 * How one dependency stands in the target environment: checked against the
 * version that is *deployed* there, by node-semver's rules. A pre-release counts
 * as the version that it precedes, as far as the range goes.
 *
 * @public
 */
export function checkDependency(
  dependency: ModuleDependency,
  facts: DependencyFacts,
): DependencyResult {
  const { name, version: range, optional } = dependency;
  const { known, deployed, environment, dependent } = facts;
  const base = { name, optional, ...(range ? { range } : {}) };
  const wanted = range ? `${name} ${range}` : name;
  const needs = dependent
    ? `${dependent} needs ${wanted}`
    : `${wanted} is needed`;
  if (deployed === undefined) {
    return known
      ? {
          ...base,
          state: 'missing',
          message: `${
            dependent ? `${needs}, which` : wanted
          } is not deployed in ${environment}${wayOut(facts, range)}`,
        }
      : {
          ...base,
          state: 'unknown-module',
          message: `The catalog has no module "${name}"`,
        };
  }
  const suits = !range || isInRange(deployed, range);
  return {
    ...base,
    deployed,
    state: suits ? 'satisfied' : 'unsuitable',
    message: suits
      ? `${name} ${deployed} runs in ${environment}`
      : `${needs}; ${environment} runs ${deployed}${wayOut(facts, range)}`,
  };
}

function wayOut({ released }: DependencyFacts, range: string | undefined) {
  if (!released) return '';
  const best = newest(released, range ?? '*');
  return best
    ? `; ${best} is released, not deployed`
    : '; no released version would do';
}

const isInRange = (version: string, range: string) =>
  semver.satisfies(version, range, { includePrerelease: true });

function newest(versions: readonly string[], range: string) {
  return semver.maxSatisfying([...versions], range, {
    includePrerelease: true,
  });
}

/** One module's wish for the version of another. @public */
export interface VersionDemand {
  /** Name of the module that depends. */
  by: string;
  range?: string;
}

/**
 * The newest released version of a module that suits everyone who depends on
 * it, or an explanation which demands exclude each other.
 *
 * @public
 */
export function chooseVersion(
  name: string,
  demands: readonly VersionDemand[],
  options: { released: readonly string[] },
): { version: string } | { conflict: string } {
  const ranged = demands.filter(({ range }) => range !== undefined);
  const version = newest(
    options.released.filter(candidate =>
      ranged.every(({ range }) => isInRange(candidate, range!)),
    ),
    '*',
  );
  if (version) return { version };
  const wishes = ranged.map(({ by, range }) => `${by} needs ${name} ${range}`);
  for (const [index, one] of ranged.entries()) {
    const other = ranged
      .slice(index + 1)
      .find(({ range }) => !semver.intersects(one.range!, range!));
    if (other) {
      return {
        conflict: `No version of ${name} can suit both: ${one.by} needs ${one.range}, ${other.by} needs ${other.range}`,
      };
    }
  }
  const known = semver
    .rsort([...options.released])
    .slice(0, 5)
    .join(', ');
  return {
    conflict: known
      ? `No released version of ${name} suits: ${wishes.join(
          '; ',
        )}; released: ${known}`
      : `No version of ${name} is released`,
  };
}
