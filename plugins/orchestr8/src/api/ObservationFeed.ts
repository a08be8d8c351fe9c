import { Observation } from '@orchestr8/backstage-plugin-orchestr8-common';
import { keepReading, StreamState } from '../primitives/keepReading';
import { Orchestr8Api } from './Orchestr8Api';

/** What is known of a module by a feed, as one value that is replaced when it changes. */
export interface Observed {
  /** Environment → the module as last seen there. */
  byEnvironment: ReadonlyMap<string, Observation>;
  live: StreamState;
  /** When the portal was last heard of, milliseconds since 1970; absent: not yet. */
  heardAt?: number;
}

const NOTHING: Observed = { byEnvironment: new Map(), live: 'connecting' };

/**
 * The observations of one module for all cards of a page: one connection as
 * long as anybody listens. What was seen last is kept for as long as the feed
 * has listeners, so that a card that comes later has it at once.
 */
export class ObservationFeed {
  readonly #api: Pick<Orchestr8Api, 'watchObservations'>;
  readonly #module: string;
  readonly #listeners = new Set<() => void>();
  #stop: (() => void) | undefined;
  #observed = NOTHING;

  constructor(api: Pick<Orchestr8Api, 'watchObservations'>, module: string) {
    this.#api = api;
    this.#module = module;
  }

  /** The same object until something changes. */
  readonly current = (): Observed => this.#observed;

  /** Listens for changes; the last one to stop ends the connection. */
  readonly subscribe = (listener: () => void): (() => void) => {
    // One function may be given twice; each subscription counts.
    const mine = () => listener();
    this.#listeners.add(mine);
    if (this.#listeners.size === 1) this.#start();
    return () => {
      if (this.#listeners.delete(mine) && this.#listeners.size === 0) {
        this.#end();
      }
    };
  };

  #start(): void {
    document.addEventListener('visibilitychange', this.#look);
    this.#look();
  }

  #end(): void {
    document.removeEventListener('visibilitychange', this.#look);
    this.#close();
    this.#observed = NOTHING;
  }

  /** Nobody sees a page behind others: its connection is let go. */
  readonly #look = (): void => {
    if (document.hidden) {
      this.#close();
      if (this.#observed.heardAt) this.#setLive('reconnecting');
    } else if (!this.#stop) {
      this.#open();
    }
  };

  #close(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #open(): void {
    const controller = new AbortController();
    const { signal } = controller;
    this.#stop = () => controller.abort();
    keepReading(
      () => this.#api.watchObservations(this.#module, { signal }),
      signal,
      {
        handlers: () => ({
          onItem: item => this.#take(item),
          onBreak: ({ name }) => !HOPELESS.includes(name),
        }),
        setState: live => {
          if (!signal.aborted && live !== this.#observed.live) {
            this.#setLive(live);
          }
        },
      },
    );
  }

  #setLive(live: StreamState): void {
    // The portal tells each change at once: silence until now was word as well.
    const heard = this.#observed.live === 'live' && { heardAt: Date.now() };
    this.#change({ live, ...heard });
  }

  #take(observation: Observation): void {
    const byEnvironment = new Map(this.#observed.byEnvironment);
    byEnvironment.set(observation.environment, observation);
    this.#change({ byEnvironment, heardAt: Date.now() });
  }

  #change(parts: Partial<Observed>): void {
    this.#observed = { ...this.#observed, ...parts };
    this.#listeners.forEach(listener => listener());
  }
}

const HOPELESS = ['NotAllowedError', 'NotFoundError', 'InputError'];

const feeds = new WeakMap<object, Map<string, ObservationFeed>>();

/** The one feed of a module at a portal. */
export function observationFeed(
  api: Pick<Orchestr8Api, 'watchObservations'>,
  module: string,
): ObservationFeed {
  const ofApi = feeds.get(api) ?? new Map<string, ObservationFeed>();
  feeds.set(api, ofApi);
  const feed = ofApi.get(module) ?? new ObservationFeed(api, module);
  ofApi.set(module, feed);
  return feed;
}
