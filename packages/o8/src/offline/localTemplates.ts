import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ModuleFiles,
  MODULE_FILE,
  parseModuleTemplate,
  renderTemplate,
  RenderTemplateRequest,
  TemplateSummary,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { readModuleFolder } from '@orchestr8/backstage-plugin-orchestr8-node';
import { CommandError, EXIT } from '../exit';

/** Templates, from the portal or from a folder: they write the same bytes. */
export interface Templates {
  list(): Promise<TemplateSummary[]>;
  render(
    template: string,
    request: RenderTemplateRequest,
  ): Promise<ModuleFiles>;
}

/** The templates that stand in a folder, one folder each. */
export function localTemplates(folder: string): Templates {
  return {
    async list() {
      const entries = await readdir(folder, { withFileTypes: true });
      const found = await Promise.all(
        entries
          .filter(entry => entry.isDirectory())
          .map(entry => summary(join(folder, entry.name))),
      );
      return found.flatMap(it => it ?? []);
    },
    async render(template, request) {
      const source = await readModuleFolder(join(folder, template));
      const { files, problems } = renderTemplate(source, request);
      if (files) return files;
      throw new CommandError(
        `The template "${template}" cannot be filled in.`,
        {
          exitCode: EXIT.invalid,
          problems,
        },
      );
    },
  };
}

/** A folder that holds no sound template is not offered. */
async function summary(folder: string): Promise<TemplateSummary | undefined> {
  const bytes = (await readModuleFolder(folder)).get(MODULE_FILE);
  const { template } = parseModuleTemplate(new TextDecoder().decode(bytes));
  if (!template) return undefined;
  const { metadata, spec } = template;
  return {
    name: metadata.name,
    title: metadata.title ?? metadata.name,
    description: metadata.description,
    variables: spec.variables.map(({ secret: _, ...variable }) => variable),
  };
}
