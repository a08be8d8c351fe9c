import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EncodedModuleFiles,
  encodeModuleFiles,
  MODULE_FILE,
  ModuleFiles,
  parseModuleTemplate,
  renderTemplate,
  RenderTemplateRequest,
  TemplateSummary,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { readModuleFolder } from '@orchestr8/backstage-plugin-orchestr8-node';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ProblemError } from '../router/ProblemError';

/** The templates of the folder `orchestr8.templates.folder`, one directory each. */
export class Templates {
  private readonly folder?: string;
  private readonly logger: LoggerService;

  constructor(options: { folder?: string; logger: LoggerService }) {
    this.folder = options.folder;
    this.logger = options.logger;
  }

  async list(): Promise<TemplateSummary[]> {
    const summaries: TemplateSummary[] = [];
    for (const { template } of await this.read()) {
      const { metadata, spec } = template;
      summaries.push({
        name: metadata.name,
        title: metadata.title ?? metadata.name,
        ...(metadata.description ? { description: metadata.description } : {}),
        variables: spec.variables.map(({ secret: _, ...variable }) => variable),
      });
    }
    return summaries.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The files of a new module; throws NotFoundError, or InputError (422) with the problems. */
  async render(
    name: string,
    request: RenderTemplateRequest,
  ): Promise<EncodedModuleFiles> {
    const templates = await this.read();
    const found = templates.find(
      ({ template }) => template.metadata.name === name,
    );
    if (!found) {
      const names = templates.map(({ template }) => template.metadata.name);
      throw new ProblemError(
        'NotFoundError',
        `There is no template "${name}".`,
        { hint: `There are: ${names.sort().join(', ') || 'none'}.` },
      );
    }
    const { files, problems } = renderTemplate(found.files, request);
    if (!files) {
      throw new ProblemError(
        'InputError',
        `The template "${name}" cannot be filled in: ${problems[0]?.message}`,
        { status: 422, problems },
      );
    }
    return encodeModuleFiles(files);
  }

  /** A template that cannot be read is logged and left out: it must not hide the others. */
  private async read() {
    const templates = [];
    for (const folder of await this.folders()) {
      try {
        const files = await readModuleFolder(folder);
        const { template, problems } = parse(files);
        if (template) {
          templates.push({ template, files });
        } else if (problems.length > 0) {
          const [{ line, column, message }] = problems;
          this.logger.warn(
            `The template in ${folder} is left out: ${MODULE_FILE}:${line}:${column} ${message}`,
          );
        }
      } catch (error) {
        this.logger.warn(`The template in ${folder} is left out: ${error}`);
      }
    }
    return templates;
  }

  private async folders(): Promise<string[]> {
    if (!this.folder) {
      return [];
    }
    const folder = this.folder;
    const names = await readdir(folder).catch(() => {
      this.logger.warn(
        `orchestr8.templates.folder is ${folder}, which cannot be read.`,
      );
      return [];
    });
    const folders = names.sort().map(name => join(folder, name));
    const isFolder = await Promise.all(
      folders.map(async path => (await stat(path)).isDirectory()),
    );
    return folders.filter((_, index) => isFolder[index]);
  }
}

function parse(files: ModuleFiles) {
  const text = files.get(MODULE_FILE);
  return text
    ? parseModuleTemplate(new TextDecoder().decode(text))
    : { problems: [] };
}
