import { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  Module,
  ModuleFiles,
  parseModule,
  Problem,
  Release,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  readModuleAt,
  releaseDigest,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { DatabaseReleases } from '../store/DatabaseReleases';
import { ProblemError } from '../router/ProblemError';
import { CatalogModule } from './CatalogModules';
import { Environments } from './Environments';
import { RecentReleases } from './RecentReleases';

/** A release with its content. */
export interface ReleasedModule {
  release: Release;
  files: ModuleFiles;
  module: Module;
  /** Warnings: a module with errors has no release. */
  problems: Problem[];
}

/** Releases: made from the catalog's source or from an upload, addressed by digest. */
export class Releases {
  private readonly store: DatabaseReleases;
  private readonly deployments: DatabaseDeployments;
  private readonly environments: Environments;
  private readonly urlReader: UrlReaderService;
  private readonly reserved: readonly string[];
  private readonly recent = new RecentReleases();

  constructor(options: {
    store: DatabaseReleases;
    deployments: DatabaseDeployments;
    environments: Environments;
    urlReader: UrlReaderService;
    /** Names that no module may have beside those of the language. */
    reserved: readonly string[];
  }) {
    this.store = options.store;
    this.deployments = options.deployments;
    this.environments = options.environments;
    this.urlReader = options.urlReader;
    this.reserved = options.reserved;
  }

  /** The versions that were released, by module. */
  versionsOf(
    modules: readonly string[],
  ): Promise<Map<string, readonly string[]>> {
    return this.store.versionsOf(modules);
  }

  /** The files that stand at the module's source now. */
  async sourceFiles(module: CatalogModule): Promise<ModuleFiles> {
    if (!module.location) {
      throw new ProblemError(
        'ConflictError',
        `The catalog does not say where the module "${module.name}" comes from.`,
        {
          hint: 'Register its o8-module.yaml by a file or url location, or upload the folder with "o8 module deploy DIR".',
        },
      );
    }
    return readModuleAt(module.location, { urlReader: this.urlReader });
  }

  /** A release of what stands at the module's source now. */
  async fromSource(module: CatalogModule, by: string): Promise<ReleasedModule> {
    const read = this.read(await this.sourceFiles(module));
    const { name } = read.module.metadata;
    if (name !== module.name) {
      throw new ProblemError(
        'ConflictError',
        `The source of the module "${module.name}" now calls itself "${name}".`,
        {
          hint: 'Wait until the catalog has read it again, or undo the renaming.',
        },
      );
    }
    return this.keep(read, { source: module.location ?? '', by });
  }

  /**
   * The module that these files are.
   *
   * @throws InputError (422) with the problems of a module that is not valid.
   */
  read(files: ModuleFiles): Omit<ReleasedModule, 'release'> {
    const { module, problems } = parseModule(files, {
      reserved: this.reserved,
    });
    if (!module) {
      const errors = problems.filter(problem => problem.severity === 'error');
      throw new ProblemError(
        'InputError',
        `The module is not valid: ${errors[0]?.message ?? 'see the problems.'}${
          errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
        }`,
        {
          status: 422,
          problems,
          hint: 'Mend what the problems name; "o8 module validate" shows them too.',
        },
      );
    }
    return { module, files, problems };
  }

  /** Makes a release of what was read, or finds the one that has the same content. */
  async keep(
    read: Omit<ReleasedModule, 'release'>,
    options: { source: string; by: string },
  ): Promise<ReleasedModule> {
    const { name, version } = read.module.metadata;
    const release = await this.store.save(
      {
        digest: releaseDigest(read.files),
        module: name,
        version,
        source: options.source,
        createdAt: new Date().toISOString(),
        createdBy: options.by,
      },
      read.files,
    );
    return this.remembered({ ...read, release });
  }

  /** A release that was made before; throws NotFoundError. */
  async get(digest: string): Promise<ReleasedModule> {
    const recent = this.recent.find(digest);
    if (recent) {
      return recent;
    }
    const release = await this.store.find(digest);
    if (!release) {
      throw new ProblemError(
        'NotFoundError',
        `There is no release with the digest ${digest}.`,
        { hint: 'Upload the module again, or plan without a digest.' },
      );
    }
    return this.remembered({
      ...this.read(await this.store.files(digest)),
      release,
    });
  }

  private remembered(released: ReleasedModule): ReleasedModule {
    this.recent.remember(released);
    return released;
  }

  /**
   * Refuses other content under a version whose content is fixed: by its first
   * deployment to an environment that does not allow versions to change.
   *
   * @throws ConflictError naming the files that differ.
   */
  async demandUnchangedVersion(
    released: ReleasedModule,
    environment: string,
  ): Promise<void> {
    const immutable = this.environments.immutable;
    if (!immutable.includes(environment)) {
      return;
    }
    const { digest, module, version } = released.release;
    const [other] = await this.deployments.otherReleasesOf(
      { module, version, release: digest },
      immutable,
    );
    if (!other) {
      return;
    }
    const differing = differingFiles(
      await this.store.files(other.release),
      released.files,
    );
    throw new ProblemError(
      'ConflictError',
      `Version ${version} of the module "${module}" went to ${
        other.environment
      } with other content; these files differ: ${differing.join(', ')}.`,
      { hint: 'Raise metadata.version in o8-module.yaml.' },
    );
  }
}

/** Paths whose content differs or that only one side has. */
function differingFiles(before: ModuleFiles, after: ModuleFiles): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .filter(path => {
      const [a, b] = [before.get(path), after.get(path)];
      return !a || !b || Buffer.compare(a, b) !== 0;
    })
    .sort();
}
