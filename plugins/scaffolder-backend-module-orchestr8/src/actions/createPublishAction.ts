import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { parseModule } from '@orchestr8/backstage-plugin-orchestr8-common';
import { readModuleFolder } from '@orchestr8/backstage-plugin-orchestr8-node';
import { setTimeout as delay } from 'timers/promises';
import { ModuleCatalog } from './ModuleCatalog';
import { Author, publishModule } from './publishModule';

const POLL_MS = 200;

/** Puts the module in the workspace among the portal's own modules. */
export function createPublishAction(options: {
  modules: ModuleCatalog;
  /** Absent: not configured. */
  modulesFolder?: string;
  /** How long the catalog may take to notice; default 10 s. */
  patienceMs?: number;
}) {
  const { modules, modulesFolder, patienceMs = 10_000 } = options;
  return createTemplateAction({
    id: 'orchestr8:module:publish',
    description:
      'Puts the module in the workspace among the modules of the portal, as a local git repository, and waits until the catalog has it.',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the module'),
      },
      output: {
        entityRef: z => z.string().describe('Reference of the Module entity'),
        folder: z => z.string().describe('Where its files are now'),
      },
    },
    async handler(ctx) {
      if (!modulesFolder) {
        throw new InputError(
          'The portal has no folder for modules: set orchestr8.modules.folder in app-config.yaml, or publish to a repository.',
        );
      }
      await modules.assertMayCreate(await ctx.getInitiatorCredentials());
      const { name } = ctx.input;
      const files = await readModuleFolder(ctx.workspacePath);
      const { module } = parseModule(files);
      if (module?.metadata.name !== name) {
        throw new InputError(
          `The workspace holds no sound module "${name}"; run orchestr8:module:create before this step.`,
        );
      }
      const entityRef = `module:default/${name}`;
      if (ctx.isDryRun) {
        ctx.logger.info(`Would publish ${files.size} files as ${entityRef}`);
        ctx.output('entityRef', entityRef);
        return;
      }
      const folder = await ctx.checkpoint({
        key: `orchestr8.publish.${name}`,
        fn: () =>
          publishModule(files, {
            name,
            modulesFolder,
            author: authorOf(ctx.user),
          }),
      });
      ctx.logger.info(`The module is in ${folder}; waiting for the catalog`);
      await waitFor(() => modules.find(name), {
        patienceMs,
        signal: ctx.signal,
        failure: `The module is in "${folder}", but the catalog has not shown it yet. Open ${entityRef} in a minute; nothing needs to be repeated.`,
      });
      ctx.output('entityRef', entityRef);
      ctx.output('folder', folder);
    },
  });
}

function authorOf(user?: {
  ref?: string;
  entity?: { spec?: { profile?: { displayName?: string; email?: string } } };
}): Author {
  const profile = user?.entity?.spec?.profile;
  return {
    name: profile?.displayName ?? user?.ref ?? 'Orchestr8',
    email: profile?.email ?? 'orchestr8@localhost',
  };
}

async function waitFor(
  look: () => Promise<unknown>,
  options: { patienceMs: number; signal?: AbortSignal; failure: string },
): Promise<void> {
  const end = Date.now() + options.patienceMs;
  while (!(await look())) {
    if (Date.now() >= end) throw new ServiceUnavailableError(options.failure);
    await delay(POLL_MS, undefined, { signal: options.signal });
  }
}
