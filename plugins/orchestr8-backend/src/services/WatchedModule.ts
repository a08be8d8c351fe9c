import {
  Environment,
  ModuleSummary,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CatalogModule } from './CatalogModules';
import { Observations } from './Observations';
import { Summaries } from './Summaries';

/** Milliseconds that a look waits for clusters: who answers later is told of when that comes. */
const GLANCE_MS = 300;

/** Follows one module wherever it is deployed, and tells its summary after each change. */
export class WatchedModule {
  private readonly stopping = new AbortController();
  private readonly watched = new Map<string, AbortController>();
  private waiting: Promise<void> | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    /** As the catalog knows it now; replaced when that changes. */
    public module: CatalogModule,
    private readonly options: {
      summaries: Summaries;
      observations: Observations;
      environments: readonly Environment[];
      tell(summary: ModuleSummary): void;
      onError(error: unknown): void;
    },
  ) {}

  /** Looks again; looks that wait for one another become one. Never rejects. */
  refresh(): Promise<void> {
    if (!this.waiting) {
      this.waiting = this.turn.then(() => {
        this.waiting = undefined;
        return this.look().catch(this.options.onError);
      });
      this.turn = this.waiting;
    }
    return this.waiting;
  }

  close(): void {
    this.stopping.abort();
    this.watched.forEach(watch => watch.abort());
    this.watched.clear();
  }

  private async look(): Promise<void> {
    const summary = await this.options.summaries.of(this.module, {
      patienceMs: GLANCE_MS,
    });
    if (this.stopping.signal.aborted) {
      return;
    }
    this.options.tell(summary);
    const deployed = new Set(
      summary.environments
        .filter(environment => environment.deployed)
        .map(({ environment }) => environment),
    );
    for (const [name, watch] of this.watched) {
      if (!deployed.has(name)) {
        watch.abort();
        this.watched.delete(name);
      }
    }
    this.options.environments
      .filter(({ name }) => deployed.has(name) && !this.watched.has(name))
      .forEach(environment => this.watch(environment));
  }

  private watch(environment: Environment): void {
    const { observations, onError } = this.options;
    const watch = new AbortController();
    this.watched.set(environment.name, watch);
    observations
      .watch(this.module.name, {
        environments: [environment],
        signal: watch.signal,
        // Not waited for: a look asks for observations itself.
        emit: async () => {
          this.refresh();
        },
      })
      .catch(onError)
      .finally(() => {
        // One that broke is begun again at the next look.
        if (this.watched.get(environment.name) === watch) {
          this.watched.delete(environment.name);
        }
      });
  }
}
