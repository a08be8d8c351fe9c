import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { isInvalid } from './ownKinds';

/** What the catalog had of a module before its file broke. */
export interface LastGood {
  /**
   * The sound entity that came from this location, or undefined if there is none.
   *
   * @throws when the catalog cannot be asked (as during start-up): then nothing is known.
   */
  of(entity: Entity, locationRef: string): Promise<Entity | undefined>;
}

/** Asks the catalog itself; done for broken files only, never in the ordinary round. */
export class CatalogLastGood implements LastGood {
  constructor(
    private readonly catalog: CatalogService,
    private readonly auth: AuthService,
  ) {}

  async of(entity: Entity, locationRef: string): Promise<Entity | undefined> {
    const found = await this.catalog.getEntityByRef(
      stringifyEntityRef(entity),
      { credentials: await this.auth.getOwnServiceCredentials() },
    );
    const annotations = found?.metadata.annotations ?? {};
    if (annotations['backstage.io/managed-by-location'] !== locationRef) {
      return undefined;
    }
    return found && !isInvalid(found) ? found : undefined;
  }
}
