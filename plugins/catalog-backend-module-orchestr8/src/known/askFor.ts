import { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import { Answer, CatalogIndex } from './CatalogIndex';
import { isPersonKey } from './knownKey';

const KEY = 'answers';

type Answers = Record<string, string[]>;

/**
 * Adds to each reference what is known of it. The answers are kept with the
 * entity, so that a process that has not yet read the catalog says the same as
 * the one before it, and a restart changes nothing.
 */
export async function askFor<T extends { key: string }>(
  references: readonly T[],
  { index, cache }: { index: CatalogIndex; cache: CatalogProcessorCache },
): Promise<(T & { answer: Answer })[]> {
  const before = await cache.get<Answers>(KEY);
  const known = references.map(reference => ({
    ...reference,
    answer: index.ask(reference.key, before?.[reference.key]),
  }));
  const answers = Object.fromEntries(
    known.flatMap(({ key, answer }) =>
      // What is there needs no word; it would only be one more thing to write.
      answer && (answer.length === 0 || isPersonKey(key))
        ? [[key, [...answer]]]
        : [],
    ),
  );
  await cache.set<Answers>(KEY, answers);
  return known;
}
