import {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { PeopleIndex } from './PeopleIndex';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'spec.profile.email',
];

/**
 * Replaces the index from the catalog now and then: users that were processed
 * elsewhere, or removed, are learned this way.
 *
 * @param onChange - hears which owners may have changed
 */
export async function refreshPeople(options: {
  people: PeopleIndex;
  catalog: CatalogService;
  auth: AuthService;
  scheduler: SchedulerService;
  logger: LoggerService;
  onChange: (owners: string[]) => Promise<void>;
}): Promise<void> {
  const { people, catalog, auth, scheduler, logger, onChange } = options;
  await scheduler.scheduleTask({
    id: 'orchestr8-refresh-people',
    // Every replica has an index of its own.
    scope: 'local',
    initialDelay: { seconds: 5 },
    frequency: { minutes: 1 },
    timeout: { minutes: 1 },
    fn: async () => {
      const credentials = await auth.getOwnServiceCredentials();
      const users: Entity[] = [];
      const pages = catalog.streamEntities(
        { filter: { kind: 'User' }, fields: FIELDS },
        { credentials },
      );
      for await (const page of pages) users.push(...page);
      const changed = people.replace(users);
      if (changed.length > 0) {
        logger.debug(`Owners to work out again: ${changed.join(', ')}`);
        await onChange(changed);
      }
    },
  });
}
