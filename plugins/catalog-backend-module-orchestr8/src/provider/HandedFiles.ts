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

/** One of the files that claim a reference. */
export interface Winner {
  path: string;
  entity: Entity;
}

/**
 * Of several directories with one name the first by path counts, whatever the
 * order in which they came.
 *
 * @param onDouble - hears of each file that is left out, and for which
 */
export function winnersOf(
  files: HandedFiles,
  onDouble: (path: string, winner: string) => void = () => {},
): Map<string, Winner> {
  const winners = new Map<string, Winner>();
  for (const [path, { entity, ref }] of files) {
    if (!entity || !ref) continue;
    const before = winners.get(ref);
    if (!before || path < before.path) winners.set(ref, { path, entity });
    if (before) {
      const [first, second] = [before.path, path].sort();
      onDouble(second, first);
    }
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
