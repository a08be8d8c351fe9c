import { MODULE_FILE, ModuleFiles } from '../ModuleFiles';
import { Problem } from '../Problem';
import { suggest } from '../shape/suggest';
import { MAX_YAML_BYTES } from '../yaml/limits';
import { pathProblem } from './pathProblem';

/** What a directory may hold (language §1). @public */
export const MODULE_LIMITS = {
  /** Bytes of one YAML file. */
  yamlBytes: MAX_YAML_BYTES,
  /** Bytes of one file. */
  fileBytes: 5 * 1024 * 1024,
  /** Bytes of all files. */
  totalBytes: 20 * 1024 * 1024,
  files: 2000,
} as const;

const at = (file: string) => ({ file, line: 1, column: 1 });

/** What is wrong with the directory as such: its size, its paths, what is missing. */
export function directoryProblems(files: ModuleFiles): Problem[] {
  return [
    ...missingFiles(files),
    ...sizes(files),
    ...[...files.keys()].flatMap((path): Problem[] => {
      const reason = pathProblem(path);
      return reason
        ? [
            {
              code: 'O8203',
              severity: 'error',
              ...at(path),
              message: `The path \`${path}\` is not allowed: ${reason}.`,
              hint: 'Rename the file.',
            },
          ]
        : [];
    }),
  ];
}

function missingFiles(files: ModuleFiles): Problem[] {
  const paths = [...files.keys()];
  if (!files.has(MODULE_FILE)) {
    const meant = suggest(
      MODULE_FILE,
      paths.filter(path => !path.includes('/')),
    );
    return [
      {
        code: 'O8201',
        severity: 'error',
        ...at(MODULE_FILE),
        message: `The directory has no \`${MODULE_FILE}\`.`,
        hint: meant
          ? `Rename \`${meant}\`.`
          : 'Run `o8 module init` to write one, or name the directory of a module.',
      },
    ];
  }
  const problems: Problem[] = [];
  if (!files.has('charts/Chart.yaml')) {
    const nested = paths.find(path =>
      /^charts\/[^/]+\/Chart\.yaml$/.test(path),
    );
    problems.push({
      code: 'O8202',
      severity: 'error',
      ...at(MODULE_FILE),
      message: 'The module has no chart: `charts/Chart.yaml` is missing.',
      hint: nested
        ? `Move \`${nested.replace(
            /Chart\.yaml$/,
            '',
          )}\` one level up, into \`charts/\`.`
        : 'Add a Helm chart under `charts/`.',
    });
  }
  if (!paths.some(path => /^(readme(\.\w+)?$|docs\/)/i.test(path))) {
    problems.push({
      code: 'O8306',
      severity: 'warning',
      ...at(MODULE_FILE),
      message: 'The module has neither a README nor a `docs/` folder.',
      hint: 'Add a `README.md`.',
    });
  }
  return problems;
}

function sizes(files: ModuleFiles): Problem[] {
  const problems: Problem[] = [];
  let total = 0;
  for (const [path, bytes] of files) {
    total += bytes.length;
    if (bytes.length > MODULE_LIMITS.fileBytes) {
      problems.push({
        code: 'O8204',
        severity: 'error',
        ...at(path),
        message: `The file is ${mebibytes(
          bytes.length,
        )} MiB; at most 5 MiB are allowed.`,
        hint: 'Keep it out of the module, for instance in an image.',
      });
    }
  }
  if (files.size > MODULE_LIMITS.files || total > MODULE_LIMITS.totalBytes) {
    problems.push({
      code: 'O8205',
      severity: 'error',
      ...at(MODULE_FILE),
      message: `The module has ${files.size} files of ${mebibytes(
        total,
      )} MiB; at most 2,000 files and 20 MiB are allowed.`,
      hint: 'Remove what does not belong to the deployment.',
    });
  }
  return problems;
}

const mebibytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
