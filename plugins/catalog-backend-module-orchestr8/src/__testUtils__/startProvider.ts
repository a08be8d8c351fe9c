import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { ModuleSourceProvider } from '../provider/ModuleSourceProvider';
import { FakeSource } from './FakeSource';
import { moduleText } from './moduleText';

/** What the catalog was told, as it understands it: names, in order. */
export function told(mutation: EntityProviderMutation) {
  const names = (list: readonly { entity: Entity }[]) =>
    list.map(({ entity }) => entity.metadata.name);
  if (mutation.type === 'full') return { full: names(mutation.entities) };
  return {
    added: names(mutation.added),
    removed: mutation.removed.map(item =>
      'entityRef' in item ? item.entityRef : item.entity.metadata.name,
    ),
  };
}

/** A provider of a {@link FakeSource} that is connected to a catalog which only listens. */
export async function startProvider(options: { locationKey?: string } = {}) {
  const source = new FakeSource();
  const mutations: EntityProviderMutation[] = [];
  const logger = mockServices.logger.mock();
  let now = 0;
  const provider = new ModuleSourceProvider({
    source,
    logger,
    now: () => now,
    ...options,
  });
  const connection: EntityProviderConnection = {
    applyMutation: async mutation => {
      mutations.push(mutation);
    },
    refresh: async () => {},
  };
  await provider.connect(connection);
  return {
    ...{ source, provider, logger, connection },
    /** One look at the source: what the catalog is told of it. */
    look: async () => {
      mutations.length = 0;
      const result = await provider.sync('all');
      return { result, told: mutations.map(told), mutations: [...mutations] };
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

/** With two modules of which the catalog knows. */
export async function startWithTwo() {
  const set = await startProvider();
  set.source.files = { a: moduleText('a'), b: moduleText('b') };
  await set.look();
  return set;
}
