import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  ApiError,
  decodeModuleFiles,
  Orchestr8Client,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError } from '../exit';
import type { Templates } from '../offline/localTemplates';
import { Session } from '../session/Session';

/**
 * The portal's templates; without a portal those of the folder `O8_TEMPLATES`,
 * else of the checkout that we stand in or run from.
 */
export async function findTemplates(session: Session): Promise<Templates> {
  const { printer, terminal } = session;
  try {
    const portal = await session.portal();
    await portal.listTemplates();
    return portalTemplates(portal);
  } catch (error) {
    const folder = await templateFolder(terminal);
    if (!folder || !withoutPortal(error)) throw error;
    printer.say(
      `Without the portal (${error.message}); templates of ${folder}.`,
    );
    const { localTemplates } = await import('../offline');
    return localTemplates(folder);
  }
}

/** No portal is known, it does not answer, or it does not know us: work that needs none can go on. */
export function withoutPortal(error: unknown): error is Error {
  return (
    error instanceof CommandError ||
    (error instanceof ApiError &&
      ['ServiceUnavailableError', 'AuthenticationError'].includes(error.name))
  );
}

function portalTemplates(portal: Orchestr8Client): Templates {
  return {
    list: () => portal.listTemplates(),
    render: async (template, request) => {
      const { files } = await portal.renderTemplate(template, request);
      return decodeModuleFiles(files);
    },
  };
}

async function templateFolder(
  terminal: Session['terminal'],
): Promise<string | undefined> {
  if (terminal.env.O8_TEMPLATES) return terminal.env.O8_TEMPLATES;
  const { cwd, env } = terminal;
  const starts = [cwd, ...(env.O8_CHECKOUT ? [env.O8_CHECKOUT] : [])];
  for (const start of starts) {
    for (let at = start; ; at = dirname(at)) {
      const marker = join(at, 'templates', 'microservice', 'o8-module.yaml');
      if (await stat(marker).catch(() => undefined))
        return join(at, 'templates');
      if (dirname(at) === at) break;
    }
  }
  return undefined;
}
