import { DeploymentEvent } from '@orchestr8/backstage-plugin-orchestr8-common';

/** An event of a deployment's stream, and the sequence of the one that it follows at once. */
export interface ToldEvent {
  after: number;
  event: DeploymentEvent;
}

/** Which deployment changed. */
export interface DeploymentSignal {
  id: string;
  module: string;
  /** Somebody asked to cancel it. */
  cancel?: boolean;
  /** It runs, and is a little further: nobody may begin anything that could not be begun before. */
  progress?: boolean;
  /** What was recorded of it, where that is all there is to tell. */
  told?: ToldEvent;
}

/**
 * Tells this process that deployments changed, so that nobody waits for the
 * next poll. Other processes notice by polling: a signal is only a hint.
 */
export class DeploymentSignals {
  private readonly listeners = new Set<(signal: DeploymentSignal) => void>();

  /** Something about this deployment changed: it was queued, moved on, or ended. */
  notify(signal: DeploymentSignal): void {
    for (const listener of [...this.listeners]) {
      listener(signal);
    }
  }

  /** Calls back for every change until the answered function is called. */
  subscribe(listener: (signal: DeploymentSignal) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves at the next change, after `timeoutMs`, or when `signal` aborts; never rejects. */
  async next(options: {
    timeoutMs: number;
    signal?: AbortSignal;
    /** Changes of this deployment only. */
    id?: string;
    /** Progress is no change that matters. */
    besidesProgress?: true;
  }): Promise<void> {
    if (options.signal?.aborted) {
      return;
    }
    await new Promise<void>(resolve => {
      const done = () => {
        clearTimeout(timer);
        unsubscribe();
        options.signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, options.timeoutMs);
      const unsubscribe = this.subscribe(({ id, progress }) => {
        const meant = options.id === undefined || options.id === id;
        if (meant && !(progress && options.besidesProgress)) {
          done();
        }
      });
      options.signal?.addEventListener('abort', done);
    });
  }
}
