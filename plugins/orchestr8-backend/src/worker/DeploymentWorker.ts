import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Deployment,
  DeploymentEvent,
  DeploymentStep,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Claim, ClaimLostError } from '../store/Claim';
import { DatabaseRuns, LEASE_MS, RunOutcome } from '../store/DatabaseRuns';
import { DeploymentSignals } from './DeploymentSignals';
import { endOfFault } from './endOfFault';
import { Slots } from './Slots';
import { tellEvents } from './tellEvents';

/** Carries one deployment out; rejects only when it was told to stop or on a fault of ours. */
export type CarryOut = (
  deployment: Deployment,
  options: {
    recovered: boolean;
    /** Epoch of the claim. */
    epoch: number;
    signal: AbortSignal;
    onProgress(steps: DeploymentStep[], message: string): Promise<void>;
    /** Milliseconds for which the run may write once `onProgress` was heard. */
    heardMs: number;
  },
) => Promise<RunOutcome>;

/** Part of the lease for which a run writes without having been heard again: the rest is for writes under way. */
const HEARD_SHARE = 0.2;

/** What a worker needs; times in milliseconds. */
export interface DeploymentWorkerOptions {
  runs: DatabaseRuns;
  carryOut: CarryOut;
  signals: DeploymentSignals;
  logger: LoggerService;
  /** Told of each first begin, and of each recorded end. */
  telemetry?: Record<'began' | 'ended', (deployment: Deployment) => void>;
  /** Deployments at once in this process. */
  concurrency?: number;
  heartbeatMs?: number;
  leaseMs?: number;
  /** Bound on how long work of other processes goes unnoticed. */
  pollMs?: number;
  /** What its claims are known by; random when absent. */
  owner?: string;
}

/**
 * Claims deployments and sees each to exactly one end. A worker that lost its
 * claim stops without a verdict: whoever holds the claim gives it.
 */
export class DeploymentWorker {
  private readonly options: Required<
    Pick<DeploymentWorkerOptions, 'heartbeatMs' | 'leaseMs' | 'pollMs'>
  > &
    DeploymentWorkerOptions;
  private readonly owner: string;
  private readonly slots: Slots;
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();
  private loop: Promise<void> = Promise.resolve();

  constructor(options: DeploymentWorkerOptions) {
    this.options = {
      ...options,
      heartbeatMs: options.heartbeatMs ?? 3_000,
      leaseMs: options.leaseMs ?? LEASE_MS,
      pollMs: options.pollMs ?? 1_000,
    };
    this.owner = options.owner ?? randomUUID();
    this.slots = new Slots({
      total: options.concurrency ?? 80,
      perCluster: 20,
    });
  }

  start(): void {
    this.loop = this.work();
  }

  /** Takes nothing new, abandons what runs, and hands it over to the next worker at once. */
  async stop(): Promise<void> {
    this.stopping.abort('shutdown');
    await this.loop;
    await Promise.all(this.running);
  }

  private async work(): Promise<void> {
    const { runs, signals, logger, pollMs } = this.options;
    const signal = this.stopping.signal;
    while (!signal.aborted) {
      // Listening begins before the look, so that nothing falls in between.
      const woken = signals.next({
        ...{ timeoutMs: pollMs, signal },
        besidesProgress: true,
      });
      try {
        if (this.slots.any) {
          for await (const claim of runs.claims(this.owner, this.slots)) {
            this.begin(claim);
            if (signal.aborted || !this.slots.any) break;
          }
        }
      } catch (error) {
        logger.warn(
          `Cannot look for deployments to carry out; trying again: ${error}`,
        );
      }
      await woken;
    }
  }

  private begin(claim: Claim): void {
    const giveBack = this.slots.take(claim.deployment.cluster);
    const run = this.run(claim)
      .catch(error => {
        if (error instanceof ClaimLostError) {
          this.options.logger.warn(error.message);
        } else {
          this.options.logger.error(
            `Deployment ${claim.deployment.id} stays open until its lease runs out: ${error}`,
          );
        }
      })
      .finally(() => {
        this.running.delete(run);
        giveBack();
        this.options.signals.notify(claim.deployment);
      });
    this.running.add(run);
  }

  private async run(claim: Claim): Promise<void> {
    const { runs, signals, carryOut } = this.options;
    const { id, module } = claim.deployment;
    const abandon = new AbortController();
    const onStop = () => abandon.abort('shutdown');
    this.stopping.signal.addEventListener('abort', onStop);
    // It may have come while the claim was being taken.
    if (this.stopping.signal.aborted) onStop();
    const stopHeartbeat = this.heartbeat(claim, abandon);
    const told = tellEvents(claim, signals);
    signals.notify({ id, module, progress: true });
    if (!claim.recovered) {
      this.options.telemetry?.began(claim.deployment);
    }
    try {
      const outcome = await carryOut(claim.deployment, {
        recovered: claim.recovered,
        epoch: claim.epoch,
        signal: abandon.signal,
        onProgress: async (steps, message) => {
          await told(runs.progress(claim, steps, message));
        },
        heardMs: this.options.leaseMs * HEARD_SHARE,
      }).catch(error => {
        if (abandon.signal.aborted || error instanceof ClaimLostError) {
          return undefined;
        }
        this.options.logger.error(
          `Deployment ${id} failed unexpectedly`,
          error,
        );
        return endOfFault(claim, error);
      });
      if (outcome) {
        const ended = await told(this.record(claim, outcome, abandon.signal));
        this.options.telemetry?.ended(ended);
      } else if (abandon.signal.reason === 'shutdown') {
        await runs.release(claim);
      } else {
        throw new ClaimLostError(claim);
      }
    } finally {
      stopHeartbeat();
      this.stopping.signal.removeEventListener('abort', onStop);
    }
  }

  /** A verdict is not lost to a passing trouble of the database: it is tried again as long as the lease is held. */
  private async record(
    claim: Claim,
    outcome: RunOutcome,
    signal: AbortSignal,
  ): Promise<DeploymentEvent> {
    for (;;) {
      try {
        return await this.options.runs.finish(claim, outcome);
      } catch (error) {
        if (error instanceof ClaimLostError || signal.aborted) {
          throw error;
        }
        this.options.logger.warn(
          `Cannot record the end of deployment ${claim.deployment.id}; trying again: ${error}`,
        );
        await this.options.signals.next({ timeoutMs: 500, signal });
      }
    }
  }

  /** Prolongs the lease; aborts with `cancelled` when asked to, with `lease-lost` when it cannot be held any longer. */
  private heartbeat(claim: Claim, abandon: AbortController): () => void {
    const { runs, signals, heartbeatMs, leaseMs, logger } = this.options;
    let heldUntil = performance.now() + leaseMs;
    let busy = false;
    const beat = async () => {
      if (busy) {
        return;
      }
      busy = true;
      const asked = performance.now();
      try {
        const { cancelRequested } = await runs.heartbeat(claim);
        heldUntil = asked + leaseMs;
        if (cancelRequested) {
          abandon.abort('cancelled');
        }
      } catch (error) {
        if (error instanceof ClaimLostError) {
          abandon.abort('lease-lost');
        } else {
          logger.warn(`Cannot prolong a lease; trying again: ${error}`);
        }
      } finally {
        busy = false;
      }
    };
    const timer = setInterval(() => {
      if (performance.now() >= heldUntil) {
        abandon.abort('lease-lost');
      }
      beat();
    }, heartbeatMs);
    const unsubscribe = signals.subscribe(({ id, cancel }) => {
      if (cancel && id === claim.deployment.id) {
        beat();
      }
    });
    return () => {
      clearInterval(timer);
      unsubscribe();
    };
  }
}
