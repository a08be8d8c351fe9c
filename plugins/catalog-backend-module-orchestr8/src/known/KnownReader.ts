import { AuthService, SchedulerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CatalogIndex } from './CatalogIndex';
import { HandWritten } from './HandWritten';
import { readKnown } from './readKnown';

/** Id of the task, for those who want it to run now. */
export const READ_TASK = 'orchestr8-read-known';

/** So long after the last new entity or question nothing more is thought to be on its way. */
const QUIET_MS = 3_000;

/**
 * Keeps an index of who and what there is up with the catalog: now and then, for
 * what was processed elsewhere or removed, and as soon as questions are open and
 * no more news has come for a while.
 */
export class KnownReader {
  readonly index = new CatalogIndex(() => this.news());
  readonly handWritten = new HandWritten();
  private lastNews = -Infinity;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly options: {
      catalog: CatalogService;
      auth: AuthService;
      scheduler: SchedulerService;
      /** Hears the keys whose answer has changed. */
      onChange: (keys: string[]) => void;
    },
  ) {}

  async start(): Promise<void> {
    await this.options.scheduler.scheduleTask({
      id: READ_TASK,
      // Every replica has an index of its own.
      scope: 'local',
      initialDelay: { seconds: 5 },
      frequency: { minutes: 1 },
      timeout: { minutes: 1 },
      fn: () => this.read(),
    });
  }

  stop() {
    clearTimeout(this.timer);
  }

  private news() {
    this.lastNews = performance.now();
    this.wait(QUIET_MS);
  }

  private wait(milliseconds: number) {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.settle();
    }, milliseconds).unref();
  }

  /** Reads when it is quiet, waits on when it is not. */
  private settle() {
    const rest = this.lastNews + QUIET_MS - performance.now();
    if (rest > 0) this.wait(rest);
    if (rest > 0 || !this.index.hasOpenQuestions()) return;
    // A read that is under way began too early to be sure.
    this.options.scheduler
      .triggerTask(READ_TASK)
      .catch(() => this.wait(QUIET_MS));
  }

  private async read() {
    const { catalog, auth, onChange } = this.options;
    const quiet = performance.now() - this.lastNews >= QUIET_MS;
    const reading = this.index.startReading({ quiet });
    const credentials = await auth.getOwnServiceCredentials();
    const entities = await readKnown(catalog, { credentials });
    onChange(this.index.replace(entities, reading));

    const entityRefs = this.handWritten.inTheWay();
    if (entityRefs.length === 0) return;
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata'] },
      { credentials },
    );
    onChange(this.handWritten.replace(entityRefs, items));
  }
}
