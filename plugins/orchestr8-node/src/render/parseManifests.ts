import {
  countLines,
  KubernetesObject,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Tags } from 'yaml';
import { readDocuments } from './readDocuments';
import { renderProblem } from './renderProblem';

/** As many problems of one text are told; then it is read no further. */
const MOST_PROBLEMS = 200;

/** The objects of one text, Lists unpacked, and what of it is no object. */
export interface ParsedManifests {
  objects: KubernetesObject[];
  problems: Problem[];
}

/**
 * Reads YAML as Helm and kubectl do (YAML 1.1: `yes` is true, `010` is 8), but
 * without the types that their reader does not resolve either: dates, base 60.
 */
const kubernetesTags = (tags: Tags): Tags => [
  ...tags
    .filter(tag => {
      if (typeof tag === 'string') return true;
      const isTime = 'format' in tag && tag.format === 'TIME';
      return !isTime && !/:(timestamp|binary|omap|pairs|set)$/.test(tag.tag);
    })
    // A lone dot, as in `args: [.]`, is text to them.
    .map(tag =>
      typeof tag !== 'string' && 'test' in tag && tag.test?.test('.')
        ? { ...tag, test: /^[-+]?(?:\.[0-9][0-9_]*|[0-9][0-9_]*\.[0-9_]*)$/ }
        : tag,
    ),
  {
    tag: 'tag:yaml.org,2002:int',
    default: true,
    format: 'OCT',
    test: /^[-+]?0o[0-7]+$/,
    resolve: (text: string) => Number.parseInt(text.replace('0o', ''), 8),
  },
];

/**
 * Objects of a rendered template or a file of `config/`; `file` is its path
 * inside the module. A template's lines are not those of its output.
 */
export function parseManifests(
  text: string,
  file: string,
  options: { rendered?: boolean } = {},
): ParsedManifests {
  const lines = countLines(text);
  const objects: KubernetesObject[] = [];
  const problems: Problem[] = [];
  const report = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    problems.push(
      options.rendered
        ? renderProblem('O8604', `${message} (line ${line} of the output)`, {
            file,
          })
        : renderProblem('O8604', message, { file, line, column: col }),
    );
  };
  const reading = readDocuments(text, {
    customTags: kubernetesTags,
    rendered: options.rendered,
  });
  if (reading.kind === 'beyond') report(reading.offset, reading.message);
  const documents = reading.kind === 'documents' ? reading.documents : [];
  for (const { document, faults } of documents) {
    if (problems.length > MOST_PROBLEMS) break;
    const offset = document.contents?.range?.[0] ?? 0;
    if (faults.length > 0) {
      for (const fault of faults.slice(0, MOST_PROBLEMS)) {
        report(
          fault.offset,
          `What the file gives is not YAML: ${fault.message}.`,
        );
      }
      continue;
    }
    let value: unknown;
    try {
      value = document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      report(offset, `What the file gives cannot be read: ${String(error)}.`);
      continue;
    }
    if (value === null || value === undefined) continue;
    for (const item of unpack(value)) {
      const fault = faultOf(item);
      if (fault) report(offset, fault);
      else objects.push(item as KubernetesObject);
    }
  }
  return { objects, problems };
}

function unpack(value: unknown): unknown[] {
  const list = value as { kind?: unknown; items?: unknown };
  return typeof list.kind === 'string' &&
    list.kind.endsWith('List') &&
    Array.isArray(list.items)
    ? list.items.flatMap(unpack)
    : [value];
}

function faultOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'What the file gives is not a Kubernetes object but a plain value.';
  }
  const { apiVersion, kind, metadata } = value as Partial<KubernetesObject>;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    return 'An object needs apiVersion and kind.';
  }
  if (typeof metadata?.name !== 'string' || metadata.name === '') {
    return metadata?.generateName
      ? `A ${kind} asks for a generated name; a module's objects need names of their own, or they could not be found again.`
      : `A ${kind} has no metadata.name.`;
  }
  return undefined;
}
