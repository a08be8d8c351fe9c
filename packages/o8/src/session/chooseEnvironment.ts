import {
  canonicalEnvironment,
  Environment,
  Orchestr8Client,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';
import { Session } from './Session';

/**
 * The environment that a verb works on: the one that was named, else the only
 * one that the module runs in, else the first of the path; on a terminal the
 * person is asked. Which one it is, is always said.
 */
export async function chooseEnvironment(
  session: Session,
  portal: Orchestr8Client,
  options: { named?: string; module?: string },
): Promise<Environment> {
  const path = await portal.listEnvironments();
  if (path.length === 0) {
    throw new CommandError('The portal has no environments.', {
      exitCode: EXIT.failed,
      hint: 'Add some under orchestr8.environments in its app-config.yaml.',
    });
  }
  if (options.named) return findEnvironment(path, options.named);
  const chosen = await withoutName(session, portal, {
    path,
    module: options.module,
  });
  session.printer.say(`Environment: ${chosen.name}`);
  return chosen;
}

/** Refuses a name that the path does not have, before anything is done for it. */
export async function demandEnvironment(
  portal: Orchestr8Client,
  named: string | undefined,
): Promise<void> {
  if (named) findEnvironment(await portal.listEnvironments(), named);
}

/** The environment of that name or alias. */
export function findEnvironment(
  path: readonly Environment[],
  named: string,
): Environment {
  const name = canonicalEnvironment(named);
  const found = path.find(environment => environment.name === name);
  if (found) return found;
  throw new CommandError(`There is no environment "${named}".`, {
    exitCode: EXIT.usage,
    hint: `The portal has: ${path.map(e => e.name).join(', ')}.`,
  });
}

async function withoutName(
  session: Session,
  portal: Orchestr8Client,
  options: { path: readonly Environment[]; module?: string },
): Promise<Environment> {
  const { path, module } = options;
  const running = module ? await environmentsOf(portal, module) : [];
  if (running.length === 1) return findEnvironment(path, running[0]);
  if (!session.terminal.interactive || path.length === 1) return path[0];
  const answer = await session.terminal.ask({
    message: 'Which environment?',
    initial: path[0].name,
    choices: path.map(({ name, cluster }) => ({
      value: name,
      label: name,
      hint: cluster,
    })),
  });
  return findEnvironment(path, answer);
}

/** A module that the portal does not know yet runs nowhere. */
async function environmentsOf(
  portal: Orchestr8Client,
  module: string,
): Promise<string[]> {
  const modules = await portal.listModules();
  const found = modules.find(({ name }) => name === module);
  return (found?.environments ?? [])
    .filter(({ deployed }) => deployed)
    .map(({ environment }) => environment);
}
