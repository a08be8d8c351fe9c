import {
  canonicalEnvironment,
  encodeModuleFiles,
  ModuleFiles,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';
import { withoutPortal } from '../portal/findTemplates';
import { chooseModule } from './chooseModule';
import { Session } from './Session';

/**
 * Validates a folder with the portal, which knows the real environments; without
 * one as far as this machine can, and says how far that was.
 */
export async function validateFolder(
  session: Session,
  folder: string,
  options: { environment?: string },
): Promise<Problem[]> {
  const choice = await chooseModule(session, folder);
  if (choice.from !== 'folder') {
    throw new CommandError(
      `There is no folder "${folder}" with an o8-module.yaml.`,
      {
        exitCode: EXIT.usage,
      },
    );
  }
  const environment =
    options.environment && canonicalEnvironment(options.environment);
  try {
    const portal = await session.portal();
    return await portal.validate({
      files: encodeModuleFiles(choice.files),
      environment,
      render: true,
    });
  } catch (error) {
    if (!withoutPortal(error)) throw error;
    session.printer.detail(`Without the portal: ${error.message}`);
    return here(session, choice.files, { environment });
  }
}

async function here(
  session: Session,
  files: ModuleFiles,
  options: { environment?: string },
): Promise<Problem[]> {
  const { validateOffline, findRenderer } = await import('../offline');
  const renderer = await findRenderer(session.terminal.env);
  const found = await validateOffline(files, { ...options, renderer });
  session.printer.say(
    found.rendered
      ? 'Checked on this machine: language, charts and policy gate.'
      : 'Checked on this machine: the language only; neither a portal nor a renderer is here, so charts were not rendered.',
  );
  return found.problems;
}
