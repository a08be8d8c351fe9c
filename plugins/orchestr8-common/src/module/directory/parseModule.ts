import { canonicalEnvironment } from '../../deployment/Environment';
import { Module } from '../Module';
import { MODULE_FILE, ModuleFiles } from '../ModuleFiles';
import { overlayProblems } from '../overlay/readOverlay';
import { ParseOptions, parseModuleText } from '../parseModuleText';
import { Problem } from '../Problem';
import { sortProblems } from '../sortProblems';
import { MAX_YAML_BYTES } from '../yaml/limits';
import { tooLarge } from '../yaml/readYaml';
import { decodeText } from './decodeText';
import { directoryProblems } from './directoryProblems';

/** Text of the file that changes a module for one environment. @public */
export interface OverlayText {
  readonly text: string;
  /** Path inside the module. */
  readonly file: string;
}

/** A directory as a module. @public */
export interface ParsedModule {
  /** Absent when `o8-module.yaml` has an error, or is not there. */
  module?: Module;
  /** By canonical name of the environment. */
  overlays: Map<string, OverlayText>;
  problems: Problem[];
}

const OVERLAY = /^environments\/([^/]+)$/;
const OVERLAY_NAME = /^([a-z0-9](?:[-a-z0-9]*[a-z0-9])?)\.(ya?ml)$/;

/**
 * Canonical names of the environments that a directory has overlays for, told by
 * the names of its files alone.
 *
 * @public
 */
export function environmentsOf(files: ModuleFiles): string[] {
  const names = new Set<string>();
  for (const path of files.keys()) {
    const file = OVERLAY.exec(path)?.[1];
    const name = file && OVERLAY_NAME.exec(file)?.[1];
    if (name) names.add(canonicalEnvironment(name));
  }
  return [...names];
}

/**
 * Reads a whole directory: its specification, its overlays, and whether it has
 * what a module needs. Never throws; lists all problems, sorted by file and place.
 *
 * @public
 */
export function parseModule(
  files: ModuleFiles,
  options?: ParseOptions,
): ParsedModule {
  const problems = directoryProblems(files);
  const overlays = new Map<string, OverlayText>();
  let module: Module | undefined;

  for (const [path, bytes] of files) {
    const overlay = OVERLAY.exec(path)?.[1];
    if (path !== MODULE_FILE && overlay === undefined) continue;
    if (bytes.length > MAX_YAML_BYTES) {
      problems.push(tooLarge(path));
      continue;
    }
    const decoded = decodeText(bytes, path);
    if ('problem' in decoded) {
      problems.push(decoded.problem);
    } else if (overlay === undefined) {
      const parsed = parseModuleText(decoded.text, MODULE_FILE, options);
      problems.push(...parsed.problems);
      module = parsed.module;
    } else {
      problems.push(
        ...addOverlay(overlays, overlay, { text: decoded.text, file: path }),
      );
    }
  }
  return {
    ...(module ? { module } : {}),
    overlays,
    problems: sortProblems(problems),
  };
}

function addOverlay(
  overlays: Map<string, OverlayText>,
  fileName: string,
  overlay: OverlayText,
): Problem[] {
  const unrecognised = (message: string, hint: string): Problem => ({
    code: 'O8206',
    severity: 'error',
    file: overlay.file,
    line: 1,
    column: 1,
    message,
    hint,
  });
  const name = OVERLAY_NAME.exec(fileName)?.[1];
  if (!name) {
    if (/^(\.|readme)/i.test(fileName)) return [];
    return [
      unrecognised(
        `\`${fileName}\` is not the name of an overlay.`,
        'Name it after the environment, such as `environments/production.yaml`.',
      ),
    ];
  }
  const environment = canonicalEnvironment(name);
  const other = overlays.get(environment);
  if (other) {
    return [
      unrecognised(
        `\`${overlay.file}\` and \`${other.file}\` are both for the environment ${environment}.`,
        'Keep one of the two.',
      ),
    ];
  }
  overlays.set(environment, overlay);
  return overlayProblems(overlay);
}
