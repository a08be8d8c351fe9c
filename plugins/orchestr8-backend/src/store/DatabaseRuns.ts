import {
  Deployment,
  DeploymentEvent,
  DeploymentFailure,
  DeploymentState,
  DeploymentStep,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Knex } from 'knex';
import { Claim, ClaimLostError } from './Claim';
import { databaseNow } from './databaseClock';
import { DeploymentRow, deploymentFromRow } from './DeploymentRow';
import { heldTransaction } from './heldTransaction';
import { recordEvent } from './recordEvent';
import { Candidate, CANDIDATES, candidates, runnable } from './runnable';
import { deploymentsFromRows, keepSteps } from './stepRows';
import { freeTarget, raiseEpoch } from './targetRow';

/** How long a claim is good for without a heartbeat. */
export const LEASE_MS = 15_000;

/** How a run ended. */
export interface RunOutcome {
  state: Extract<
    DeploymentState,
    'succeeded' | 'failed' | 'cancelled' | 'rolled-back'
  >;
  message: string;
  failure?: DeploymentFailure;
  /** What runs again, when it was rolled back. */
  rolledBackTo?: { release: string; version: string };
  steps: DeploymentStep[];
  /** Of a later run that the cluster has heard of and the database has not: the next claim is above it. */
  newerEpoch?: number;
}

/**
 * The queue's working side. At most one run per target: the claim is one
 * conditional update of the target's row that raises its epoch, and every
 * later write is conditional on that epoch and on the running lease.
 */
export class DatabaseRuns {
  private readonly knex: Knex;
  private readonly leaseMs: number;

  constructor(knex: Knex, options: { leaseMs?: number } = {}) {
    this.knex = knex;
    this.leaseMs = options.leaseMs ?? LEASE_MS;
  }

  /** When the oldest deployment that waits was asked for, ISO 8601. */
  async oldestQueued(): Promise<string | undefined> {
    const row = await this.knex<DeploymentRow>('o8_deployments')
      .where({ state: 'queued' })
      .orderBy('position')
      .first('created_at');
    return row?.created_at;
  }

  /** Takes the oldest deployment that may run now: queued at a free target, or begun by a worker whose lease ran out. */
  async claim(owner: string): Promise<Claim | undefined> {
    for await (const claim of this.claims(owner)) {
      return claim;
    }
    return undefined;
  }

  /** Takes one after the other, oldest first, for as long as another is asked for; ends when none may run now. `full`: clusters of which none is taken, looked at each time. */
  async *claims(
    owner: string,
    slots: { readonly full: readonly string[] } = { full: [] },
  ): AsyncGenerator<Claim, void> {
    for (let more = true; more; ) {
      const found = await candidates(this.knex, {
        except: slots.full,
      });
      more = false;
      for (const candidate of found) {
        if (slots.full.includes(candidate.cluster)) continue;
        const claim = await this.tryClaim(candidate, owner);
        if (claim) {
          more = found.length === CANDIDATES;
          yield claim;
        }
      }
    }
  }

  private async tryClaim(
    candidate: Candidate,
    owner: string,
  ): Promise<Claim | undefined> {
    const { id, module, environment, state } = candidate;
    const recovered = state === 'running';
    return heldTransaction(this.knex, async tx => {
      const [raised] = await tx('o8_targets')
        .where({ module, environment })
        .andWhere(free =>
          free
            .whereNull('current_deployment')
            .orWhere('current_deployment', id),
        )
        .update({ current_deployment: id, epoch: tx.raw('epoch + 1') }, [
          'epoch',
        ]);
      if (!raised) {
        throw new NotClaimed();
      }
      if (recovered) {
        await keepSteps(tx, id);
      }
      const at = new Date().toISOString();
      // A cancel or a heartbeat may have come since: then nothing is taken.
      const [taken] = await runnable(tx, id)
        .andWhere({ state })
        .update(
          {
            state: 'running',
            message: recovered
              ? 'Taken over from a worker that was lost; looking at the cluster.'
              : 'Looking at the cluster.',
            steps: '[]',
            epoch: raised.epoch,
            owner,
            lease_until: this.leaseEnd(tx),
            started_at: tx.raw('coalesce(started_at, ?)', [at]),
          },
          '*',
        );
      if (!taken) {
        throw new NotClaimed();
      }
      const deployment = recovered
        ? (await deploymentsFromRows(tx, [taken]))[0]
        : deploymentFromRow(taken);
      const begun = await recordEvent(tx, deployment, at);
      const epoch = Number(raised.epoch);
      return { deployment, epoch, owner, begun, recovered };
    }).catch(error => {
      if (error instanceof NotClaimed) {
        return undefined;
      }
      throw error;
    });
  }

  /** Prolongs the lease; answers whether somebody asked to cancel. Throws {@link ClaimLostError}. */
  async heartbeat(claim: Claim): Promise<{ cancelRequested: boolean }> {
    const held = await this.held(this.knex, claim).update({
      lease_until: this.leaseEnd(this.knex),
    });
    if (held === 0) {
      throw new ClaimLostError(claim);
    }
    const row = await this.knex<DeploymentRow>('o8_deployments')
      .where({ id: claim.deployment.id })
      .first('cancel_requested');
    return { cancelRequested: Boolean(row?.cancel_requested) };
  }

  /** Records how far the run is, and prolongs the lease. Throws {@link ClaimLostError}. */
  async progress(
    claim: Claim,
    steps: DeploymentStep[],
    message: string,
  ): Promise<DeploymentEvent> {
    return heldTransaction(this.knex, async tx => {
      const now = await this.change(tx, claim, {
        steps: JSON.stringify(steps),
        message,
        lease_until: this.leaseEnd(tx),
      });
      return recordEvent(tx, now, new Date().toISOString());
    });
  }

  /** Records the end, frees the target and, after success, what runs there now. Throws {@link ClaimLostError}. */
  async finish(claim: Claim, outcome: RunOutcome): Promise<DeploymentEvent> {
    const at = new Date().toISOString();
    return heldTransaction(this.knex, async tx => {
      const now = await this.change(tx, claim, {
        state: outcome.state,
        message: outcome.message,
        failure: outcome.failure ? JSON.stringify(outcome.failure) : null,
        rolled_back_to: outcome.rolledBackTo
          ? JSON.stringify(outcome.rolledBackTo)
          : null,
        // None: a fault of ours; those on record are all that is known.
        ...(outcome.steps.length > 0
          ? { steps: JSON.stringify(outcome.steps) }
          : {}),
        finished_at: at,
        owner: null,
        lease_until: null,
      });
      await freeTarget(tx, claim.deployment, {
        succeeded: outcome.state === 'succeeded',
        at,
      });
      if (outcome.newerEpoch !== undefined) {
        const epoch = outcome.newerEpoch;
        await raiseEpoch(tx, claim.deployment, { epoch });
      }
      return recordEvent(tx, now, at);
    });
  }

  /** Lets the lease end now, so that another worker goes on at once; without effect when the claim is lost. */
  async release(claim: Claim): Promise<void> {
    await this.held(this.knex, claim).update({
      lease_until: 0,
      message: 'The worker was shut down; another one goes on.',
    });
  }

  /** Writes to the claimed deployment, and answers it as it is then. Throws {@link ClaimLostError}. */
  private async change(
    tx: Knex.Transaction,
    claim: Claim,
    values: {
      [Column in keyof DeploymentRow]?: DeploymentRow[Column] | Knex.Raw;
    },
  ): Promise<Deployment> {
    const [row] = await this.held(tx, claim).update(values, '*');
    if (!row) {
      throw new ClaimLostError(claim);
    }
    const { earlierRuns } = claim.deployment;
    const deployment = deploymentFromRow(row);
    return earlierRuns ? { ...deployment, earlierRuns } : deployment;
  }

  /** The deployment that the claim is for, if it is still held. */
  private held(knex: Knex, claim: Claim) {
    return knex('o8_deployments')
      .where({
        id: claim.deployment.id,
        epoch: claim.epoch,
        owner: claim.owner,
        state: 'running',
      })
      .andWhere('lease_until', '>', databaseNow(knex));
  }

  private leaseEnd(knex: Knex): Knex.Raw {
    return knex.raw(`(${databaseNow(knex).toQuery()}) + ?`, [this.leaseMs]);
  }
}

/** Rolls a claim back: another worker was faster, or the deployment was cancelled. */
class NotClaimed extends Error {}
