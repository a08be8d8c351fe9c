import { setTimeout } from 'node:timers/promises';
import {
  canonicalEnvironment,
  encodeModuleFiles,
  Leave,
  Orchestr8Client,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';
import { countProblems, drawProblems } from '../output/drawProblems';
import { chooseEnvironment } from './chooseEnvironment';
import { ModuleChoice } from './chooseModule';
import { Session } from './Session';

/** How long the catalog may take to know a new module, milliseconds. */
const REGISTRATION_MS = 15_000;

/** Uploads a folder as a release, and has the portal plan it or the module of the catalog. */
export async function planFor(
  session: Session,
  portal: Orchestr8Client,
  options: {
    choice: ModuleChoice;
    environment?: string;
    from?: string;
    leave?: Leave[];
  },
): Promise<Plan> {
  const { module, release } = await releaseOf(session, portal, options.choice);
  const environment = await chooseEnvironment(session, portal, {
    named: options.environment,
    module,
  });
  return portal.makePlan(module, {
    environment: environment.name,
    release,
    from: options.from && canonicalEnvironment(options.from),
    leave: options.leave,
  });
}

/** The module's name, and the digest of what was uploaded; a module of the catalog is read by the portal itself. */
export async function releaseOf(
  session: Session,
  portal: Orchestr8Client,
  choice: ModuleChoice,
): Promise<{ module: string; release?: string }> {
  if (choice.from === 'catalog') return { module: choice.name };
  const { printer } = session;
  const { release, registered, problems } = await portal.uploadRelease({
    files: encodeModuleFiles(choice.files),
  });
  const { module, version, digest } = release;
  printer.say(`Uploaded ${module} ${version} (${digest.slice(0, 19)}…)`);
  if (registered) await untilKnown(session, portal, module);
  if (problems.length > 0) {
    const { folder } = choice;
    printer.say(drawProblems(problems, printer.aside, { folder }));
    printer.say(countProblems(problems));
  }
  return { module, release: digest };
}

/** A module that was just registered is in the catalog when its file has been read, which takes a moment. */
async function untilKnown(
  session: Session,
  portal: Orchestr8Client,
  module: string,
): Promise<void> {
  const { printer, terminal } = session;
  const patience = terminal.now() + REGISTRATION_MS;
  while (!(await portal.listModules()).some(({ name }) => name === module)) {
    if (terminal.signal.aborted || terminal.now() > patience) {
      throw new CommandError(
        `${module} was uploaded, but the catalog has not taken it in.`,
        {
          exitCode: EXIT.timedOut,
          hint: 'Try again in a moment; if that does not help, look into the log of the portal for the processing of the catalog.',
        },
      );
    }
    await setTimeout(100);
  }
  printer.say(`Registered ${module} in the catalog.`);
}
