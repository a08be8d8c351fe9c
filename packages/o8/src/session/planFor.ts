import {
  canonicalEnvironment,
  encodeModuleFiles,
  Leave,
  Orchestr8Client,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { countProblems, drawProblems } from '../output/drawProblems';
import { chooseEnvironment, demandEnvironment } from './chooseEnvironment';
import { ModuleChoice } from './chooseModule';
import { Session } from './Session';

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
  await demandEnvironment(portal, options.environment);
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
  if (registered) printer.say(`Registered ${module} in the catalog.`);
  if (problems.length > 0) {
    const { folder } = choice;
    printer.say(drawProblems(problems, printer.aside, { folder }));
    printer.say(countProblems(problems));
  }
  return { module, release: digest };
}
