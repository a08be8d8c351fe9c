import {
  BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { EntityStatusItem } from '@backstage/catalog-model/alpha';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleTemplates from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import request from 'supertest';
import { READ_TASK } from '../known/KnownReader';
import { catalogModuleOrchestr8 } from '../module';

/** An entity as the catalog answers. */
export type StoredEntity = Entity & { status?: { items?: EntityStatusItem[] } };

/** A real catalog with this module in it. */
export async function startCatalog(options: {
  locations?: { type: string; target: string }[];
  orchestr8?: JsonObject;
  /** Other plugins of the same backend. */
  features?: BackendFeature[];
  /** Where the catalog keeps what it knows; default in memory, for this start alone. */
  knex?: Knex;
}) {
  const rules = [
    {
      allow: ['Module', 'ModuleTemplate', 'Template', 'Component', 'Location'],
    },
    { allow: ['User', 'Group', 'System'] },
  ];
  const scheduler = mockServices.scheduler();
  const { knex } = options;
  const backend = await startTestBackend({
    features: [
      ...(knex ? [mockServices.database.factory({ knex })] : []),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      catalogPlugin,
      catalogModuleTemplates,
      catalogModuleOrchestr8,
      ...(options.features ?? []),
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            rules,
            locations: options.locations ?? [],
            processingInterval: { seconds: 2 },
          },
          orchestr8: options.orchestr8 ?? {},
        },
      }),
    ],
  });
  const { server } = backend;
  const get = async (path: string) => {
    const { body, status } = await request(server).get(`/api/catalog/${path}`);
    return status === 200 ? body : undefined;
  };
  const entity = (ref: string): Promise<StoredEntity | undefined> => {
    const [kind, name] = ref.split(':');
    return get(`entities/by-name/${kind}/default/${name}`);
  };
  return {
    entity,
    entities: (filter?: string): Promise<StoredEntity[]> =>
      get(filter ? `entities?filter=${filter}` : 'entities'),
    /** The entity as soon as it is as wanted; fails when it never is. */
    until: (
      ref: string,
      wanted: (found: StoredEntity) => boolean = () => true,
    ) =>
      eventually(ref, async () => {
        const found = await entity(ref);
        return found && wanted(found) ? found : undefined;
      }),
    /** The titles of what a search finds. */
    search: async (term: string): Promise<string[]> => {
      await scheduler.triggerTask('search_index_software_catalog');
      const { body } = await request(server).get(
        `/api/search/query?term=${encodeURIComponent(term)}`,
      );
      return (body.results ?? []).map(
        ({ document }: { document: { title: string } }) => document.title,
      );
    },
    /** What runs every half minute in a real portal: what nobody brings any more goes. */
    removeOrphans: () => scheduler.triggerTask('catalog_orphan_cleanup'),
    /** What runs every minute in a real portal. */
    readKnown: () => scheduler.triggerTask(READ_TASK),
    stop: () => backend.stop(),
  };
}

/** `type target` of all relations, sorted. */
export function relationsOf(entity: StoredEntity): string[] {
  return (entity.relations ?? [])
    .map(({ type, targetRef }) => `${type} ${targetRef}`)
    .sort();
}

/** The messages of the problems on an entity. */
export function problemsOf(entity: StoredEntity): string[] {
  return (entity.status?.items ?? [])
    .filter(({ type }) => type === 'orchestr8.io/problem')
    .map(({ level, message }) => `${level} ${message}`);
}

/** What `look` finds as soon as it finds something; fails when it never does. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + 45_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${what} never came`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
