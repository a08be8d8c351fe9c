import {
  LifecycleService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { CatalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { mkdir } from 'fs/promises';
import { homedir } from 'os';
import { join, resolve } from 'path';
import { connectSource } from './connectSource';
import { createSource } from './createSource';
import { FolderSource } from './folder/FolderSource';
import { NameClaims } from './NameClaims';
import { concerns, PUSH_TOPIC } from './pushedRepositories';
import { readSources } from './readSources';

const OWN_REFRESH_MS = 60_000;

/**
 * Brings the modules of the portal's own folder and of all configured sources
 * into the catalog, and keeps them there as long as the portal runs.
 */
export async function connectSources(deps: {
  processing: CatalogProcessingExtensionPoint;
  config: RootConfigService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  events: EventsService;
  /** Names that no module may have. */
  reserved: readonly string[];
}): Promise<void> {
  const { processing, config, lifecycle, logger, events } = deps;
  const folder = config.getOptionalString('orchestr8.modules.folder');
  if (folder) {
    await mkdir(resolve(folder), { recursive: true });
    const source = new FolderSource({
      id: 'modules-folder',
      folder: resolve(folder),
      depth: 1,
    });
    // Without a location key: a location that later brings the same module takes it over.
    const own = connectSource(source, { ...deps, refreshMs: OWN_REFRESH_MS });
    processing.addEntityProvider(own.provider);
    lifecycle.addStartupHook(own.start);
    lifecycle.addShutdownHook(own.stop);
  }

  const checkouts = checkoutsFolder(config);
  const claims = new NameClaims();
  for (const settings of readSources(config)) {
    const source = createSource(settings, { checkouts });
    const connected = connectSource(source, {
      ...deps,
      refreshMs: settings.refreshMs,
      locationKey: `orchestr8:${source.id}`,
      claims,
    });
    processing.addEntityProvider(connected.provider);
    lifecycle.addStartupHook(connected.start);
    lifecycle.addShutdownHook(connected.stop);
    await events.subscribe({
      id: `orchestr8-${source.id}`,
      topics: [PUSH_TOPIC],
      onEvent: async ({ eventPayload }) => {
        if (concerns(eventPayload, settings)) connected.changed('all');
      },
    });
    logger.info(`Modules come from ${source.description}.`);
  }
}

function checkoutsFolder(config: RootConfigService): string {
  const data =
    process.env.O8_DATA || join(homedir(), '.local', 'share', 'orchestr8');
  return resolve(
    config.getOptionalString('orchestr8.catalog.checkouts') ??
      join(data, 'checkouts'),
  );
}
