import { setTimeout as pause } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { DeploymentSignals } from '../worker/DeploymentSignals';
import { CatalogModules } from './CatalogModules';
import { Environments } from './Environments';
import { FeedEntry, FeedLog } from './FeedLog';
import { Observations } from './Observations';
import { Summaries } from './Summaries';
import { WatchedModule } from './WatchedModule';

/** The catalog tells nobody of changes, nor do other replicas: both are looked at again after this time, milliseconds. */
const LOOK_MS = 15_000;
/** Milliseconds that the feed outlives its last reader: people go from page to page, and connections break. */
const LINGER_MS = 30_000;

interface Running {
  log: FeedLog;
  modules: Map<string, WatchedModule>;
  stop: AbortController;
  /** Resolves when every module has been looked at once. */
  begun: Promise<void>;
  wake: Set<() => void>;
}

/**
 * How all modules stand, followed once however many people look: by watches on
 * the clusters and by what this portal does. Who may see what is the route's.
 */
export class ModuleFeed {
  private readonly services: {
    catalog: CatalogModules;
    environments: Environments;
    observations: Observations;
    summaries: Summaries;
    signals: DeploymentSignals;
    logger: LoggerService;
  };
  private running?: Running;
  private readers = 0;
  private closing?: NodeJS.Timeout;

  constructor(services: ModuleFeed['services']) {
    this.services = services;
  }

  /** All modules (`isAll`), or those that changed after the cursor, then those that change, until `signal` aborts. */
  async *follow(options: {
    after?: string;
    signal: AbortSignal;
  }): AsyncGenerator<{ entries: FeedEntry[]; isAll: boolean }> {
    const { signal } = options;
    clearTimeout(this.closing);
    this.readers += 1;
    this.running ??= this.begin();
    const { begun, log, stop, wake } = this.running;
    try {
      await begun;
      let isFirst = true;
      let position = log.positionOf(options.after);
      while (!signal.aborted && !stop.signal.aborted) {
        const woken = nextOf(wake, AbortSignal.any([signal, stop.signal]));
        const news = log.after(position);
        const isAll = isFirst && position === 0;
        if (isAll || news.entries.length > 0) {
          yield { entries: news.entries, isAll };
        }
        isFirst = false;
        position = news.position;
        await woken;
      }
    } finally {
      this.readers -= 1;
      if (this.readers === 0) {
        this.closing = setTimeout(() => this.close(), LINGER_MS).unref();
      }
    }
  }

  /** Ends the streams of all readers. */
  close(): void {
    clearTimeout(this.closing);
    this.running?.stop.abort();
    this.running?.modules.forEach(module => module.close());
    this.running = undefined;
  }

  private begin(): Running {
    const stop = new AbortController();
    const { signals } = this.services;
    const running: Running = {
      log: new FeedLog(),
      modules: new Map(),
      stop,
      begun: Promise.resolve(),
      wake: new Set(),
    };
    running.begun = this.look(running);
    const unsubscribe = signals.subscribe(({ module }) => {
      running.modules.get(module)?.refresh();
    });
    stop.signal.addEventListener('abort', unsubscribe);
    this.lookOften(running);
    return running;
  }

  private async lookOften(running: Running): Promise<void> {
    const { signal } = running.stop;
    await running.begun;
    while (!signal.aborted) {
      await pause(LOOK_MS, undefined, { signal, ref: false }).catch(() => {});
      if (!signal.aborted) {
        await this.look(running);
      }
    }
  }

  /** Looks at the catalog and at every module of it. Never rejects: what could not be read stays as it was. */
  private async look(running: Running): Promise<void> {
    const { catalog, environments, logger } = this.services;
    const { modules, log, stop, wake } = running;
    const tell = (...news: Parameters<FeedLog['note']>) => {
      if (log.note(...news)) {
        [...wake].forEach(listener => listener());
      }
    };
    const onError = (error: unknown) =>
      logger.warn(`Modules cannot be followed; trying again: ${error}`);
    try {
      const known = await catalog.all();
      if (stop.signal.aborted) {
        return;
      }
      const names = new Set(known.map(({ name }) => name));
      for (const name of log.names.filter(had => !names.has(had))) {
        modules.get(name)?.close();
        modules.delete(name);
        tell(name, undefined);
      }
      for (const module of known) {
        const watched = modules.get(module.name);
        if (watched) {
          watched.module = module;
        } else {
          modules.set(
            module.name,
            new WatchedModule(module, {
              ...this.services,
              environments: environments.items,
              tell: summary => tell(module.name, summary),
              onError,
            }),
          );
        }
      }
      await Promise.all([...modules.values()].map(each => each.refresh()));
    } catch (error) {
      onError(error);
    }
  }
}

function nextOf(wake: Set<() => void>, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      wake.delete(done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    if (signal.aborted) {
      resolve();
      return;
    }
    wake.add(done);
    signal.addEventListener('abort', done);
  });
}
