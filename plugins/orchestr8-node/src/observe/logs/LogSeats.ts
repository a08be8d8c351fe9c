import { isAfter, Place, PlacedLine } from './Place';

/** One who reads a shared log. */
export interface LogListener {
  /** In order; what was written since one joined, or somewhat more. */
  lines(lines: readonly PlacedLine[]): void;
  /** Whether more is expected for now. */
  live(state: { isLive: boolean }): void;
  notice(message: string): void;
  /** Nothing will come any more. */
  over(): void;
}

/** A reader's place at a shared log. */
export interface Seat {
  /**
   * Resolves once nothing that is written can be missed any more: what was
   * written before is to be read by other means from then on.
   */
  ready: Promise<void>;
  /** That has been done, up to this place. */
  start(place: Place): void;
  leave(): void;
}

/** Those who read one shared log. */
export class LogSeats {
  readonly ready: Promise<void>;
  markReady = () => {};
  private readonly listeners = new Map<LogListener, Place | undefined>();
  private isLive = false;

  constructor(private readonly onEmpty: () => void) {
    this.ready = new Promise(resolve => {
      this.markReady = resolve;
    });
  }

  add(listener: LogListener): Seat {
    this.listeners.set(listener, undefined);
    if (this.isLive) listener.live({ isLive: true });
    return {
      ready: this.ready,
      start: place => {
        if (this.listeners.has(listener)) this.listeners.set(listener, place);
      },
      leave: () => {
        if (!this.listeners.delete(listener)) return;
        if (this.listeners.size === 0) this.onEmpty();
      },
    };
  }

  /** The first place up to which somebody has read by other means. */
  get start(): Place | undefined {
    let first: Place | undefined;
    for (const place of this.listeners.values()) {
      if (place && (!first || isAfter(first, place))) first = place;
    }
    return first;
  }

  lines(lines: readonly PlacedLine[]): void {
    for (const listener of [...this.listeners.keys()]) listener.lines(lines);
  }

  setLive(state: { isLive: boolean }): void {
    if (this.isLive === state.isLive) return;
    this.isLive = state.isLive;
    for (const listener of [...this.listeners.keys()]) listener.live(state);
  }

  notice(message: string): void {
    for (const listener of [...this.listeners.keys()]) listener.notice(message);
  }

  /** All are told that it is over. */
  close(): void {
    this.markReady();
    const listeners = [...this.listeners.keys()];
    this.listeners.clear();
    for (const listener of listeners) listener.over();
  }
}
