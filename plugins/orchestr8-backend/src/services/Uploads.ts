import {
  MODULE_LIMITS,
  ModuleFiles,
  pathProblem,
  ReleaseResult,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ProblemError } from '../router/ProblemError';
import { CatalogModules } from './CatalogModules';
import { ModuleRepositories } from './ModuleRepositories';
import { Releases } from './Releases';

/** Time that the catalog has to take a new module in. */
const REGISTRATION_MS = 15_000;

/** Uploaded modules: a release each; the first one of a module registers it. */
export class Uploads {
  private readonly services: {
    releases: Releases;
    catalog: CatalogModules;
    repositories: ModuleRepositories;
  };

  constructor(services: Uploads['services']) {
    this.services = services;
  }

  /**
   * Takes in the files of a module.
   *
   * @param options - `authorise` is asked before anything becomes visible.
   */
  async take(
    files: ModuleFiles,
    options: {
      by: string;
      authorise(module: string, known: boolean): Promise<void>;
    },
  ): Promise<ReleaseResult> {
    demandSafeFiles(files);
    const { releases, catalog, repositories } = this.services;
    const released = releases.read(files);
    const name = released.module.metadata.name;
    const known = await catalog.find(name);
    await options.authorise(name, known !== undefined);
    const writes = !known || repositories.holds(name, known.location);
    if (writes) await repositories.demandRoomFor(name);
    const stored = await releases.keep(released, {
      source: 'upload',
      by: options.by,
    });
    if (writes) {
      await repositories.write(name, files, {
        message: `${name} ${released.module.metadata.version}, uploaded by ${options.by}`,
      });
    }
    if (!known) {
      // The next request names the module; without the wait it would find none.
      await catalog.appearance(name, { timeoutMs: REGISTRATION_MS });
    }
    return {
      release: stored.release,
      registered: !known,
      problems: stored.problems,
    };
  }
}

/** Refuses paths that leave the module and more than a module may weigh, before anything is written. */
function demandSafeFiles(files: ModuleFiles): void {
  let total = 0;
  for (const [path, content] of files) {
    const problem = pathProblem(path);
    if (problem) {
      throw invalid(
        `The path "${path}" cannot be part of a module: ${problem}.`,
      );
    }
    if (content.byteLength > MODULE_LIMITS.fileBytes) {
      throw invalid(
        `The file "${path}" is larger than the ${MODULE_LIMITS.fileBytes} bytes that are accepted.`,
      );
    }
    total += content.byteLength;
  }
  if (total > MODULE_LIMITS.totalBytes || files.size > MODULE_LIMITS.files) {
    throw invalid(
      `The module has ${files.size} files of ${total} bytes; at most ${MODULE_LIMITS.files} files and ${MODULE_LIMITS.totalBytes} bytes are accepted.`,
    );
  }
}

function invalid(message: string): ProblemError {
  return new ProblemError('InputError', message, {
    status: 422,
    hint: 'Keep images, archives and build results out of the module.',
  });
}
