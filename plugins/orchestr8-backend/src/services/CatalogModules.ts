import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  DEFAULT_NAMESPACE,
  Entity,
  EntityRelation,
  parseEntityRef,
  RELATION_DEPENDENCY_OF,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import leven from 'leven';
import { setTimeout as pause } from 'node:timers/promises';
import { ProblemError } from '../router/ProblemError';
import { moduleRef } from './Access';

/** Time between two questions for a module that is to appear. */
const ASK_MS = 250;

/** A module as the catalog knows it. */
export interface CatalogModule {
  name: string;
  version: string;
  team: string;
  description?: string;
  entityRef: string;
  /** Where `o8-module.yaml` stands: `file:…` or `url:…`; absent when nothing says so. */
  location?: string;
  /** As the author wrote them, in their object form. */
  dependencies: { name: string; version?: string; optional: boolean }[];
  /** Names of the modules that depend on it; empty where relations were not asked for. */
  dependents: string[];
}

/** The catalog's modules. */
export class CatalogModules {
  private readonly catalog: CatalogService;
  private readonly auth: AuthService;

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.catalog = options.catalog;
    this.auth = options.auth;
  }

  /**
   * The module of this name as the caller sees it.
   *
   * @throws NotFoundError with a name that was perhaps meant.
   */
  async get(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<CatalogModule> {
    const entity = await this.catalog.getEntityByRef(moduleRef(name), {
      credentials,
    });
    if (entity) {
      return catalogModule(entity);
    }
    const names = (await this.visible(credentials)).map(module => module.name);
    const meant = didYouMean(name, names);
    throw new ProblemError(
      'NotFoundError',
      `The catalog knows no module "${name}".${
        meant ? ` Did you mean "${meant}"?` : ''
      }`,
      {
        hint: 'List the modules with "o8 module list", or create one with the wizard or "o8 module init".',
      },
    );
  }

  /** The module of this name, whoever may see it. */
  async find(name: string): Promise<CatalogModule | undefined> {
    const credentials = await this.auth.getOwnServiceCredentials();
    const entity = await this.catalog.getEntityByRef(moduleRef(name), {
      credentials,
    });
    return entity && catalogModule(entity);
  }

  /** Those of these names that the catalog knows, whoever may see them; without their relations, which may be thousands. */
  async named(names: readonly string[]): Promise<string[]> {
    if (names.length === 0) {
      return [];
    }
    const { items } = await this.catalog.getEntitiesByRefs(
      { entityRefs: names.map(moduleRef), fields: ['metadata.name'] },
      { credentials: await this.auth.getOwnServiceCredentials() },
    );
    return items.flatMap(entity => entity?.metadata.name ?? []);
  }

  /**
   * Resolves once the catalog has the module. The catalog tells nobody when it
   * has taken an entity in, so it is asked, a bounded number of times.
   *
   * @throws ServiceUnavailableError when it has not appeared in time.
   */
  async appearance(
    name: string,
    { timeoutMs }: { timeoutMs: number },
  ): Promise<void> {
    for (const end = performance.now() + timeoutMs; ; await pause(ASK_MS)) {
      if (await this.find(name)) {
        return;
      }
      if (performance.now() >= end) {
        throw new ProblemError(
          'ServiceUnavailableError',
          `The module "${name}" is stored, but the catalog has not taken it in after ${
            timeoutMs / 1000
          } seconds.`,
          {
            hint: 'Wait until "o8 module list" shows it, then try again; nothing is lost.',
          },
        );
      }
    }
  }

  /** All modules that the caller sees, by name. */
  async visible(credentials: BackstageCredentials): Promise<CatalogModule[]> {
    const { items } = await this.catalog.getEntities(
      {
        filter: { kind: 'Module' },
        fields: ['apiVersion', 'kind', 'metadata', 'spec'],
      },
      { credentials },
    );
    return items
      .filter(entity => entity.apiVersion.startsWith('orchestr8.io/'))
      .map(catalogModule)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** All modules, for working out dependencies. */
  async all(): Promise<CatalogModule[]> {
    return this.visible(await this.auth.getOwnServiceCredentials());
  }
}

function catalogModule(entity: Entity): CatalogModule {
  const spec = (entity.spec ?? {}) as Record<string, unknown>;
  const metadata = entity.metadata as Entity['metadata'] & {
    version?: unknown;
  };
  return {
    name: metadata.name,
    version: String(metadata.version ?? ''),
    team: String(spec.team ?? ''),
    ...(metadata.description ? { description: metadata.description } : {}),
    entityRef: moduleRef(metadata.name),
    location: metadata.annotations?.[ANNOTATION_LOCATION],
    dependencies: Array.isArray(spec.dependencies)
      ? spec.dependencies.flatMap(dependency)
      : [],
    dependents: (entity.relations ?? []).flatMap(dependent),
  };
}

function dependency(written: unknown): CatalogModule['dependencies'] {
  if (typeof written === 'string') {
    return [{ name: written, optional: false }];
  }
  const { name, version, optional } = (written ?? {}) as Record<
    string,
    unknown
  >;
  if (typeof name !== 'string') {
    return [];
  }
  return [
    {
      name,
      ...(typeof version === 'string' ? { version } : {}),
      optional: optional === true,
    },
  ];
}

function dependent({ type, targetRef }: EntityRelation): string[] {
  const { kind, namespace, name } = parseEntityRef(targetRef);
  return type === RELATION_DEPENDENCY_OF &&
    kind.toLowerCase() === 'module' &&
    namespace === DEFAULT_NAMESPACE
    ? [name]
    : [];
}

/** The nearest name, if it is near enough to be a slip. */
function didYouMean(name: string, names: string[]): string | undefined {
  const [nearest] = names
    .map(candidate => ({ candidate, distance: leven(name, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  return nearest && nearest.distance <= Math.max(2, name.length / 3)
    ? nearest.candidate
    : undefined;
}
