import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { moduleCreatePermission } from '@orchestr8/backstage-plugin-orchestr8-common';

/** What the actions ask of the catalog. */
export class ModuleCatalog {
  constructor(
    private readonly options: {
      catalog: CatalogService;
      auth: AuthService;
      permissions: PermissionsService;
    },
  ) {}

  /** @throws NotAllowedError when the person may not make modules. */
  async assertMayCreate(credentials: BackstageCredentials): Promise<void> {
    const [decision] = await this.options.permissions.authorize(
      [{ permission: moduleCreatePermission }],
      { credentials },
    );
    if (decision.result !== 'ALLOW') {
      throw new NotAllowedError(
        `You may not create modules: the permission ${moduleCreatePermission.name} is missing. Ask those who run the portal.`,
      );
    }
  }

  /**
   * The Module of that name, also when the person must not see it: a name can
   * be taken all the same.
   */
  async find(name: string): Promise<Entity | undefined> {
    return this.options.catalog.getEntityByRef(
      `module:default/${name}`,
      await this.own(),
    );
  }

  /** @throws ConflictError when a module of that name is in the catalog. */
  async assertFree(name: string): Promise<void> {
    const taken = await this.find(name);
    if (!taken) return;
    const { team } = taken.spec ?? {};
    throw new ConflictError(
      `The name "${name}" is taken: a module of that name${
        team ? ` belongs to ${team}` : ' exists'
      }. Choose another name.`,
    );
  }

  /** The e-mail of a user reference; any other owner, or a user without one, as given. */
  async ownerOf(owner: string): Promise<string> {
    if (owner.includes('@')) return owner;
    const ref = parseEntityRef(owner, { defaultKind: 'user' });
    const user = await this.options.catalog.getEntityByRef(
      ref,
      await this.own(),
    );
    const profile = user?.spec?.profile as { email?: unknown } | undefined;
    return typeof profile?.email === 'string' ? profile.email : owner;
  }

  private async own() {
    return { credentials: await this.options.auth.getOwnServiceCredentials() };
  }
}

/** A group as `spec.team` has it: without the kind and namespace that go without saying. */
export function teamOf(group: string): string {
  const ref = parseEntityRef(group, { defaultKind: 'group' });
  const usual =
    ref.kind.toLocaleLowerCase('en-US') === 'group' &&
    ref.namespace.toLocaleLowerCase('en-US') === 'default';
  return usual ? ref.name : group;
}
