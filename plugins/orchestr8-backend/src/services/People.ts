import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Memberships } from '@orchestr8/backstage-plugin-orchestr8-common';

/** The people that the catalog knows. */
export class People {
  private readonly catalog: CatalogService;
  private readonly auth: AuthService;

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.catalog = options.catalog;
    this.auth = options.auth;
  }

  /** Whether the catalog has this person now. */
  async knows(person: string): Promise<boolean> {
    return (await this.memberships([person])).size > 0;
  }

  /**
   * Each of these people with the groups that they are direct members of now,
   * and themselves; whom the catalog does not know is left out. Asked of the
   * catalog each time: a membership that was taken back counts at once.
   */
  async memberships(people: readonly string[]): Promise<Memberships> {
    const wanted = [...new Set(people)].filter(ref => isPerson(ref));
    if (wanted.length === 0) {
      return new Map();
    }
    const { items } = await this.catalog.getEntitiesByRefs(
      { entityRefs: wanted, fields: ['kind', 'metadata', 'relations'] },
      { credentials: await this.auth.getOwnServiceCredentials() },
    );
    return new Map(
      items
        .filter((entity): entity is Entity => entity !== undefined)
        .map(entity => [stringifyEntityRef(entity), refsOf(entity)]),
    );
  }
}

/** Whether a name in a record is that of a person, and not of a service. */
export function isPerson(ref: string): boolean {
  return ref.toLocaleLowerCase('en-US').startsWith('user:');
}

function refsOf(entity: Entity): string[] {
  const groups = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_MEMBER_OF)
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
  return [stringifyEntityRef(entity), ...groups];
}
