import { Entity } from '@backstage/catalog-model';

/** A file as it was understood last; without an entity while it has no name. */
export interface HandedFile {
  /** Of its text. */
  hash: string;
  entity?: Entity;
  /** Reference of the entity. */
  ref?: string;
}

/** `o8-module.yaml` path → what it was understood as. */
export type HandedFiles = Map<string, HandedFile>;

/** The file that counts of those that claim a reference. */
export interface Winner {
  path: string;
  entity: Entity;
  /** Paths of those that are left out, in order. */
  others: readonly string[];
}

/**
 * Of several directories with one name the first by path counts, whatever the
 * order in which they came.
 *
 * @returns by reference
 */
export function winnersOf(files: HandedFiles): Map<string, Winner> {
  const claims = new Map<string, string[]>();
  for (const [path, { entity, ref }] of files) {
    if (!entity || !ref) continue;
    const before = claims.get(ref);
    if (before) before.push(path);
    else claims.set(ref, [path]);
  }
  const winners = new Map<string, Winner>();
  for (const [ref, paths] of claims) {
    const [path, ...others] = paths.length > 1 ? paths.sort() : paths;
    winners.set(ref, { path, entity: files.get(path)!.entity!, others });
  }
  return winners;
}

/**
 * The entities in the order in which the catalog takes them in with the least
 * work: whoever owns some of them is put together anew once for those in a row.
 */
export function byOwner(entities: Iterable<Entity>): Entity[] {
  return [...entities]
    .map(entity => {
      const { team, owner } = entity.spec ?? {};
      return { entity, key: `${team} ${owner}` };
    })
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ entity }) => entity);
}
