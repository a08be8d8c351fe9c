import { DeploymentEvent } from '@orchestr8/backstage-plugin-orchestr8-common';
import { DeploymentSignals, ToldEvent } from '../worker/DeploymentSignals';

/** Events kept for a reader that is slow to take them; who missed more reads the record. */
const MOST = 50;

/**
 * What this process says of one deployment while somebody reads its events: those
 * that follow at once on what the reader has need not be read from the record.
 */
export class HeardEvents {
  private told: ToldEvent[] = [];
  /** Something was said of which only the record tells what it was. */
  private unclear = false;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly signals: DeploymentSignals,
    private readonly id: string,
  ) {
    this.unsubscribe = signals.subscribe(({ id: of, told }) => {
      if (of !== id) return;
      if (told && this.told.length < MOST) this.told.push(told);
      else this.unclear = true;
    });
  }

  /** All events after the cursor that were heard since the last call; undefined: the record has to be asked. */
  after(cursor: number): DeploymentEvent[] | undefined {
    const { told, unclear } = this;
    this.told = [];
    this.unclear = false;
    if (unclear || told.length === 0) return undefined;
    const events: DeploymentEvent[] = [];
    let last = cursor;
    for (const { after, event } of told) {
      if (event.sequence <= last) continue;
      if (after !== last) return undefined;
      events.push(event);
      last = event.sequence;
    }
    return events;
  }

  /** Resolves once something has been heard since the last call of `after`, after `timeoutMs`, or when `signal` aborts. */
  async next(options: {
    timeoutMs: number;
    signal: AbortSignal;
  }): Promise<void> {
    if (this.unclear || this.told.length > 0) return;
    await this.signals.next({ ...options, id: this.id });
  }

  close(): void {
    this.unsubscribe();
  }
}
