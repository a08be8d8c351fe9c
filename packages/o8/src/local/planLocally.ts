import {
  Environment,
  Leave,
  namespaceOf,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import type { Neighbour, PlannedDeployment } from '../cluster';
import { CommandError, EXIT } from '../exit';
import { Session } from '../session/Session';
import { Local } from './openLocal';
import { LocalModule } from './readLocalModule';

/** What is planned, and what is known around it. */
export interface LocalPlanInput {
  module: LocalModule;
  environment: Environment;
  /** Module → version that runs where dependencies are looked for. */
  deployed: ReadonlyMap<string, string>;
  /** Where dependencies run; absent: `environment`. */
  dependenciesIn?: Environment;
  neighbours: ReadonlyMap<string, Neighbour>;
  leave?: Leave[];
  /** Also the chart's tests. */
  tests?: boolean;
}

/** Plans the release of a folder against the cluster itself. What stands in for the catalog are the folders beside it. */
export async function planLocally(
  { terminal }: Session,
  { door, engine, cluster, canRender }: Local,
  input: LocalPlanInput,
): Promise<PlannedDeployment> {
  if (!canRender) {
    throw new CommandError('There is no renderer here, so no chart renders.', {
      exitCode: EXIT.failed,
      hint: 'Build it with "npm start" in a checkout, or name one in O8_RENDERER.',
    });
  }
  const { module, environment, deployed, leave, tests } = input;
  const { dependenciesIn = environment } = input;
  return engine.plan({
    files: module.files,
    release: door.releaseDigest(module.files),
    environment,
    cluster,
    modules: new Map(
      namesOf(input).map(name => [
        name,
        {
          namespace: namespaceOf(dependenciesIn, name),
          deployed: deployed.get(name),
        },
      ]),
    ),
    dependents: dependentsOf(input),
    gates: [],
    leave,
    tests,
    now: new Date(terminal.now()).toISOString(),
    lastEnvironment: false,
  });
}

/** Nothing is unknown here: what the module depends on runs in the cluster, or does not. */
function namesOf({ module, deployed, neighbours }: LocalPlanInput): string[] {
  const needed = module.specification?.dependencies ?? [];
  const names = needed.map(({ name }) => name);
  return [...new Set([...names, ...neighbours.keys(), ...deployed.keys()])];
}

/** The neighbours that may come to the module for what it offers, with their namespaces. */
function dependentsOf(input: LocalPlanInput): Map<string, string> {
  const { module, environment, neighbours } = input;
  const own = module.specification?.name;
  const dependents = [...neighbours.values()].filter(({ dependencies }) =>
    dependencies.some(({ name }) => name === own),
  );
  return new Map(
    dependents.map(({ name }) => [name, namespaceOf(environment, name)]),
  );
}
