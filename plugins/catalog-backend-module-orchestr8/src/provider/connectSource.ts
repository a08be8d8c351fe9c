import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Changed, ModuleSource } from './ModuleSource';
import { ModuleSourceProvider } from './ModuleSourceProvider';
import { NameClaims } from './NameClaims';
import { SourceHealth } from './SourceHealth';
import { SourceLoop } from './SourceLoop';

/** A source whose changes cannot be noticed is looked at this often. */
const BLIND_RESCAN_MS = 5_000;

/** A source at work. */
export interface ConnectedSource {
  /** To be given to the catalog. */
  provider: ModuleSourceProvider;
  /** Begins to look and to watch. */
  start(): Promise<void>;
  /** Something changed that watching may not have shown. */
  changed(changed: Changed): void;
  stop(): Promise<void>;
}

/** Keeps the catalog up with a source. */
export function connectSource(
  source: ModuleSource,
  options: {
    logger: LoggerService;
    metrics: MetricsService;
    /** Milliseconds between looks when nothing seems to change. */
    refreshMs: number;
    locationKey?: string;
    /** Of all sources with a location key. */
    claims?: NameClaims;
    /** Names that no module may have. */
    reserved: readonly string[];
  },
): ConnectedSource {
  const { logger, refreshMs } = options;
  const provider = new ModuleSourceProvider({ source, ...options });
  let endWatching = async () => {};
  // Nothing of its own has changed, and yet it has something else to tell.
  options.claims?.listen(source.id, () => loop.changed(new Set()));
  const loop = new SourceLoop({
    sync: changed => provider.sync(changed),
    health: new SourceHealth({ source, ...options }),
    rescanMs: refreshMs,
    onReturn: () => void watch(),
  });

  async function watch() {
    await endWatching().catch(() => {});
    endWatching = await source.watch(
      changed => loop.changed(changed),
      reason => {
        const rescanMs = Math.min(refreshMs, BLIND_RESCAN_MS);
        loop.rescanEvery(rescanMs);
        logger.warn(
          `Changes in ${source.description} are noticed within ${
            rescanMs / 1000
          } s only: ${reason}. If it is a limit of the system, raise fs.inotify.max_user_watches.`,
        );
      },
    );
  }

  return {
    provider,
    async start() {
      loop.start();
      await watch();
    },
    changed: changed => loop.changed(changed),
    async stop() {
      await endWatching();
      await loop.stop();
    },
  };
}
