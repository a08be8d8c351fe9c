import { DependencyResult } from '../deployment';
import { ModuleDependency } from '../module';
import { VersionDemand, wayOut } from './chooseVersion';
import { includes, parseRange } from './VersionRange';

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
  /** What others in the environment ask of the same module: a way out must suit them too. */
  others?: readonly VersionDemand[];
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
  const way = () =>
    facts.released
      ? `; ${wayOut(
          name,
          [{ by: dependent ?? 'the module', range }, ...(facts.others ?? [])],
          { released: facts.released },
        )}`
      : '';
  if (deployed === undefined) {
    return known
      ? {
          ...base,
          state: 'missing',
          message: `${
            dependent ? `${needs}, which` : wanted
          } is not deployed in ${environment}${way()}`,
        }
      : {
          ...base,
          state: 'unknown-module',
          message: `The catalog has no module "${name}"`,
        };
  }
  const suits = isSuitable(deployed, range);
  return {
    ...base,
    deployed,
    state: suits ? 'satisfied' : 'unsuitable',
    message: suits
      ? `${name} ${deployed} runs in ${environment}`
      : `${needs}; ${environment} runs ${deployed}${way()}`,
  };
}

/** Whether a version is what a range asks for; without a range any is. */
export function isSuitable(version: string, range: string | undefined) {
  if (range === undefined) return true;
  const parsed = parseRange(range);
  return parsed !== undefined && includes(parsed, version);
}
