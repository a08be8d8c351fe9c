import { Changed } from './ModuleSource';
import { SyncResult } from './ModuleSourceProvider';
import { SourceHealth } from './SourceHealth';

/** Events of one change come in bursts; a stream of them is not waited out. */
const SETTLE_MS = 60;
const MOST_SETTLE_MS = 300;
/** Until a second look at what was in doubt, and between looks at a source that does not answer. */
const SECOND_LOOK_MS = 300;
const RETRY_MS = 1_000;
const MOST_RETRY_MS = 30_000;
/** Single paths beyond this many are cheaper looked at as a whole. */
const MOST_PATHS = 1_000;

/**
 * Decides when a source is looked at: soon after a change, again while there is
 * doubt or no answer, and now and then in any case.
 */
export class SourceLoop {
  private pending: Changed = new Set<string>();
  /** When everything is looked at next, and when anything is. */
  private allDue = 0;
  private due = Infinity;
  private timer?: NodeJS.Timeout;
  private firstEvent?: number;
  private failures = 0;
  private running?: Promise<void>;
  private stopped = false;
  private rescanMs: number;

  constructor(
    private readonly options: {
      sync: (changed: Changed) => Promise<SyncResult | undefined>;
      health: Pick<SourceHealth, 'good' | 'bad'>;
      /** Milliseconds after which all is looked at although nothing seemed to change. */
      rescanMs: number;
      /** The source answers again after it did not: whatever was watched may be another thing now. */
      onReturn?: () => void;
    },
  ) {
    this.rescanMs = options.rescanMs;
  }

  /** Looks at everything now, and from now on. */
  start(): void {
    this.plan(0);
  }

  /** Something changed. */
  changed(changed: Changed): void {
    this.merge(changed);
    const now = performance.now();
    this.firstEvent ??= now;
    const latest = this.firstEvent + MOST_SETTLE_MS - now;
    this.due = Infinity;
    this.plan(Math.max(0, Math.min(SETTLE_MS, latest)));
  }

  /** From the next look on, all is looked at this often. */
  rescanEvery(milliseconds: number): void {
    this.rescanMs = milliseconds;
    this.planAll(milliseconds);
  }

  /** Ends it, and waits for what is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private merge(changed: Changed) {
    if (this.pending === 'all' || changed === 'all') {
      this.pending = 'all';
      return;
    }
    const paths = new Set([...this.pending, ...changed]);
    this.pending = paths.size > MOST_PATHS ? 'all' : paths;
  }

  /** A look in so many milliseconds, or earlier if that is planned. */
  private plan(delay: number) {
    this.due = Math.min(this.due, performance.now() + delay);
    // A look that is under way sets the timer when it ends.
    if (!this.running) this.setTimer();
  }

  private setTimer() {
    clearTimeout(this.timer);
    if (this.stopped) return;
    const delay = Math.max(0, this.due - performance.now());
    this.timer = setTimeout(() => this.run(), delay);
  }

  private run() {
    const changed = performance.now() >= this.allDue ? 'all' : this.pending;
    this.pending = new Set();
    this.due = Infinity;
    this.firstEvent = undefined;
    this.running = this.look(changed).finally(() => {
      this.running = undefined;
      this.setTimer();
    });
  }

  private async look(changed: Changed): Promise<void> {
    const { sync, health, onReturn } = this.options;
    try {
      const result = await sync(changed);
      if (!result) {
        this.planAll(SECOND_LOOK_MS);
        return;
      }
      health.good(result);
      if (this.failures > 0) onReturn?.();
      this.failures = 0;
      if (changed === 'all') this.planAll(this.rescanMs);
      if (result.unreadable.size > 0) this.planAll(MOST_RETRY_MS);
      this.plan(Math.max(0, this.allDue - performance.now()));
      if (result.doubtful.size > 0) {
        this.merge(result.doubtful);
        this.plan(SECOND_LOOK_MS);
      }
    } catch (error) {
      health.bad(error as Error);
      this.planAll(Math.min(RETRY_MS * 2 ** this.failures++, MOST_RETRY_MS));
    }
  }

  private planAll(delay: number) {
    const due = performance.now() + delay;
    const isPast = this.allDue <= performance.now();
    this.allDue = isPast ? due : Math.min(this.allDue, due);
    this.plan(delay);
  }
}
