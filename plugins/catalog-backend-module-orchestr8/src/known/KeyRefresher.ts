import { LoggerService } from '@backstage/backend-plugin-api';
import { refreshKey } from './knownKey';

/** One database statement for a burst of changes. */
const GATHER_MS = 200;

/** Has the modules that refer to changed keys processed again, many keys at a time. */
export class KeyRefresher {
  private waiting = new Set<string>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly options: {
      refresh: (keys: string[]) => Promise<void>;
      logger: LoggerService;
    },
  ) {}

  add(keys: readonly string[]) {
    for (const key of keys) this.waiting.add(key);
    if (this.waiting.size > 0 && !this.timer) {
      this.timer = setTimeout(() => this.flush(), GATHER_MS).unref();
    }
  }

  stop() {
    clearTimeout(this.timer);
  }

  private async flush() {
    const keys = [...this.waiting];
    this.waiting = new Set();
    this.timer = undefined;
    const { refresh, logger } = this.options;
    logger.debug(`Modules are processed again for ${keys.join(', ')}`);
    try {
      await refresh(keys.map(refreshKey));
    } catch (error) {
      // Nothing is lost: their own turn comes within the processing interval.
      logger.warn(`Modules are processed again later than at once: ${error}`);
    }
  }
}
