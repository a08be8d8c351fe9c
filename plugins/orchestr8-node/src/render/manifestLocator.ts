import {
  MODULE_FILE,
  ModuleFiles,
  ObjectRef,
  ResolvedModule,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CHART_FOLDER, chartFiles, pathOfTemplate } from './chartFiles';
import { positionInText } from './positionInText';
import { LineOrigin, Renderer, RenderError } from './Renderer';
import { renderRequest } from './renderRequest';
import { ReleaseTarget } from './ReleaseTarget';

/** Finds the place in the module's files where a field of a rendered object is written. */
export type ManifestLocator = (place: {
  /** As in a manifest: a template, a file of `config/`, or `generated`. */
  source: string;
  object: ObjectRef;
  path?: string;
}) => { file: string; line: number; column: number };

/**
 * Renders the chart once more, now with the origin of each line, and looks
 * fields up in that. Where the origin cannot be told the beginning of the
 * template is given; what is generated stands in the specification.
 *
 * @throws RenderError of kind `unavailable`.
 */
export async function manifestLocator(
  renderer: Pick<Renderer, 'render'>,
  input: {
    files: ModuleFiles;
    resolved: ResolvedModule;
    target: ReleaseTarget;
  },
): Promise<ManifestLocator> {
  const { files } = input;
  const templates = await templatesWithOrigins(renderer, input);
  const textOf = (file: string) => {
    const bytes = files.get(file);
    return bytes && new TextDecoder().decode(bytes);
  };
  return ({ source, object, path }) => {
    const file = source === 'generated' ? MODULE_FILE : source;
    const template = templates.get(source);
    const text = template ? template.text : textOf(file);
    const found =
      source !== 'generated' && text !== undefined
        ? positionInText(text, { object, path })
        : undefined;
    if (!found) return { file, line: 1, column: 1 };
    if (!template) return { file, ...found };
    const origin = template.origins?.[found.line - 1];
    const written = origin && `${CHART_FOLDER}${origin.file}`;
    const line = written && textOf(written)?.split('\n')[origin.line - 1];
    return line === undefined
      ? { file, line: 1, column: 1 }
      : { file: written!, line: origin!.line, column: indentOf(line) + 1 };
  };
}

interface LocatedTemplate {
  text: string;
  origins?: readonly LineOrigin[];
}

/** What each template of the module gives, by path inside the module. */
async function templatesWithOrigins(
  renderer: Pick<Renderer, 'render'>,
  input: {
    files: ModuleFiles;
    resolved: ResolvedModule;
    target: ReleaseTarget;
  },
): Promise<Map<string, LocatedTemplate>> {
  const chart = chartFiles(input.files);
  if (!chart) return new Map();
  try {
    const { rendered, origins = {} } = await renderer.render({
      ...renderRequest(chart, input),
      origins: true,
    });
    return new Map(
      Object.entries(rendered).map(([name, text]) => [
        pathOfTemplate(name),
        { text, origins: origins[name] },
      ]),
    );
  } catch (error) {
    // That it renders without origins is known; with them it may be too much.
    if (error instanceof RenderError && error.kind !== 'unavailable') {
      return new Map();
    }
    throw error;
  }
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
