import { AuthService, SchedulerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CatalogIndex, KNOWN_KINDS } from './CatalogIndex';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'spec.profile.email',
];

/** Id of the task, for those who want it to run now. */
export const READ_TASK = 'orchestr8-read-known';

/**
 * Replaces the index from the catalog now and then: what was processed
 * elsewhere, or removed, is learned this way.
 *
 * @param onChange - hears the keys whose answer has changed
 */
export async function scheduleReading(options: {
  index: CatalogIndex;
  catalog: CatalogService;
  auth: AuthService;
  scheduler: SchedulerService;
  onChange: (keys: string[]) => void;
}): Promise<void> {
  const { index, catalog, auth, scheduler, onChange } = options;
  await scheduler.scheduleTask({
    id: READ_TASK,
    // Every replica has an index of its own.
    scope: 'local',
    initialDelay: { seconds: 5 },
    frequency: { minutes: 1 },
    timeout: { minutes: 1 },
    fn: async () => {
      const reading = index.startReading();
      const entities: Entity[] = [];
      const pages = catalog.streamEntities(
        {
          filter: KNOWN_KINDS.map(kind => ({ kind })),
          fields: FIELDS,
          totalItems: 'exclude',
          pageSize: 2_000,
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      for await (const page of pages) entities.push(...page);
      onChange(index.replace(entities, reading));
    },
  });
}
