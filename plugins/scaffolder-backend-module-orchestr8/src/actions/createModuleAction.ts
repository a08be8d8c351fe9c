import { InputError, NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  hasErrors,
  ModuleFiles,
  parseModule,
  Problem,
  renderTemplate,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  ModuleSourceError,
  readModuleFolder,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { join } from 'path';
import { ModuleCatalog, teamOf } from './ModuleCatalog';
import { writeFiles } from './writeFiles';

const TEMPLATE_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** Makes the files of a module of a template, in the workspace. */
export function createModuleAction(options: {
  modules: ModuleCatalog;
  /** Names that no module may have. */
  reserved?: readonly string[];
  /** Absent: not configured. */
  templatesFolder?: string;
}) {
  const { modules, reserved, templatesFolder } = options;
  return createTemplateAction({
    id: 'orchestr8:module:create',
    description:
      'Makes the files of a module of a module template, and checks them.',
    supportsDryRun: true,
    schema: {
      input: {
        template: z => z.string().describe('Name of the module template'),
        name: z => z.string().describe('Name of the module'),
        team: z => z.string().describe('Group that owns the module'),
        owner: z => z.string().describe('E-mail or user who answers for it'),
        description: z =>
          z.string().optional().describe('What it is for, in one sentence'),
        variables: z =>
          z
            .record(z.unknown())
            .optional()
            .describe('Values of the variables of the template'),
      },
      output: {
        version: z => z.string().describe('Version of the new module'),
        files: z => z.array(z.string()).describe('Paths of its files'),
      },
    },
    async handler(ctx) {
      const { template, name, variables } = ctx.input;
      await modules.assertMayCreate(await ctx.getInitiatorCredentials());
      await modules.assertFree(name);

      const source = await readTemplate(template, templatesFolder);
      const { files, problems } = renderTemplate(source, {
        name,
        team: teamOf(ctx.input.team),
        owner: await modules.ownerOf(ctx.input.owner),
        ...(ctx.input.description
          ? { description: ctx.input.description }
          : {}),
        variables: variables ?? {},
      });
      if (!files) {
        throw new InputError(
          `The template "${template}" cannot be filled in:\n${lines(problems)}`,
        );
      }
      const parsed = parseModule(files, { reserved });
      if (!parsed.module || hasErrors(parsed.problems)) {
        throw new InputError(
          `The template "${template}" made a module with errors:\n${lines(
            parsed.problems,
          )}`,
        );
      }
      for (const problem of parsed.problems) {
        ctx.logger.warn(line(problem));
      }
      await writeFiles(ctx.workspacePath, files);
      const { version } = parsed.module.metadata;
      ctx.logger.info(
        `Made ${name} ${version}: ${files.size} files, ${parsed.problems.length} warnings`,
      );
      ctx.output('version', version);
      ctx.output('files', [...files.keys()]);
    },
  });
}

async function readTemplate(
  name: string,
  folder: string | undefined,
): Promise<ModuleFiles> {
  if (!folder) {
    throw new InputError(
      'There are no module templates: set orchestr8.templates.folder in app-config.yaml.',
    );
  }
  if (!TEMPLATE_NAME.test(name)) {
    throw new InputError(`"${name}" cannot be the name of a template.`);
  }
  try {
    return await readModuleFolder(join(folder, name));
  } catch (error) {
    if (!(error instanceof ModuleSourceError)) throw error;
    throw new NotFoundError(
      `The template "${name}" cannot be read: ${error.message}`,
    );
  }
}

const line = ({ file, line: at, column, code, message, hint }: Problem) =>
  `${file}:${at}:${column} ${code} ${message}${hint ? ` ${hint}` : ''}`;

const lines = (problems: readonly Problem[]) => problems.map(line).join('\n');
