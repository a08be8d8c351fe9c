import {
  Deployment,
  DeploymentEvent,
  DeploymentKind,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Knex } from 'knex';
import { endRequest } from './DatabaseApprovals';
import { DeploymentRow, deploymentFromRow } from './DeploymentRow';
import { recordEvent } from './recordEvent';
import { deploymentsFromRows } from './stepRows';
import { lockTarget } from './targetRow';

/** Entries of an event stream that are read at once. */
export const EVENTS_AT_ONCE = 200;

/** What runs at a target, as recorded. */
export interface DeployedRelease {
  release: string;
  version: string;
  /** ISO 8601: since when. */
  since: string;
}

/** The record of deployments: asking for them, reading them, following them. */
export class DatabaseDeployments {
  private readonly knex: Knex;

  constructor(knex: Knex) {
    this.knex = knex;
  }

  /**
   * Puts a deployment into the queue of its target. An older one that still
   * waits there is superseded; one that already runs is let finish.
   *
   * @param options - `approval`: id of the request that this deployment uses up,
   * in the same transaction; `requesterKnown`: the catalog knows who asks.
   * @returns undefined, and nothing is done, when the request has ended.
   */
  async enqueue(
    deployment: Deployment,
    options: { approval?: string; requesterKnown?: boolean } = {},
  ): Promise<{ superseded: string[] } | undefined> {
    const { module, environment } = deployment;
    return this.knex.transaction(async tx => {
      if (options.approval) {
        const used = await endRequest(tx, options.approval, {
          state: 'used',
          by: deployment.requestedBy,
          because: '',
          deployment: deployment.id,
        });
        if (!used) {
          return undefined;
        }
      }
      await lockTarget(tx, deployment);
      const superseded: DeploymentRow[] = await tx('o8_deployments')
        .where({ module, environment, state: 'queued' })
        .update(
          {
            state: 'superseded',
            message: `A newer deployment took its place in the queue: ${deployment.id}.`,
            finished_at: deployment.createdAt,
          },
          '*',
        );
      for (const row of superseded) {
        await recordEvent(tx, deploymentFromRow(row), deployment.createdAt);
      }
      await tx('o8_deployments').insert({
        id: deployment.id,
        kind: deployment.kind,
        module,
        environment,
        version: deployment.version,
        release: deployment.release,
        cluster: deployment.cluster,
        namespace: deployment.namespace,
        plan: deployment.plan,
        promoted_from: deployment.promotedFrom ?? null,
        state: 'queued',
        message: deployment.message,
        steps: JSON.stringify(deployment.steps),
        requested_by: deployment.requestedBy,
        requester_known: options.requesterKnown ?? false,
        approved_by: deployment.approvedBy
          ? JSON.stringify(deployment.approvedBy)
          : null,
        rolls_back: deployment.rollsBack ?? null,
        created_at: deployment.createdAt,
      });
      await recordEvent(tx, deployment, deployment.createdAt);
      return { superseded: superseded.map(({ id }) => id) };
    });
  }

  async find(id: string): Promise<Deployment | undefined> {
    const row = await this.knex<DeploymentRow>('o8_deployments')
      .where({ id })
      .first();
    return row && (await deploymentsFromRows(this.knex, [row]))[0];
  }

  /** Newest first. */
  async list(
    module: string,
    options: { environment?: string; limit: number },
  ): Promise<Deployment[]> {
    const query = this.knex<DeploymentRow>('o8_deployments')
      .where({ module })
      .orderBy('position', 'desc')
      .limit(options.limit);
    if (options.environment) {
      query.andWhere({ environment: options.environment });
    }
    return deploymentsFromRows(this.knex, await query);
  }

  /** The deployments of these kinds that succeeded, newest first. */
  async succeeded(
    module: string,
    environment: string,
    kinds: DeploymentKind[],
  ): Promise<Deployment[]> {
    const rows = await this.knex<DeploymentRow>('o8_deployments')
      .where({ module, environment, state: 'succeeded' })
      .whereIn('kind', kinds)
      .orderBy('position', 'desc');
    return deploymentsFromRows(this.knex, rows);
  }

  /** Whether the catalog knew the person who asked for a deployment. */
  async requesterWasKnown(id: string): Promise<boolean> {
    const row = await this.knex<DeploymentRow>('o8_deployments')
      .where({ id })
      .first('requester_known');
    return Boolean(row?.requester_known);
  }

  /** Entries of the stream after the cursor, oldest first, {@link EVENTS_AT_ONCE} at most. */
  async eventsAfter(id: string, sequence: number): Promise<DeploymentEvent[]> {
    const rows = await this.knex('o8_deployment_events')
      .where({ deployment: id })
      .andWhere('sequence', '>', sequence)
      .orderBy('sequence')
      .limit(EVENTS_AT_ONCE);
    return rows.map(row => ({
      sequence: Number(row.sequence),
      at: row.at,
      deployment: JSON.parse(row.snapshot),
    }));
  }

  /**
   * Cancels what waits; asks the worker to cancel what runs. A deployment that
   * has ended is answered as it is.
   */
  async cancel(
    id: string,
    options: { by: string; at: string },
  ): Promise<Deployment | undefined> {
    return this.knex.transaction(async tx => {
      const [cancelled] = await tx('o8_deployments')
        .where({ id, state: 'queued' })
        .update(
          {
            state: 'cancelled',
            message: `Cancelled by ${options.by} before it began.`,
            finished_at: options.at,
          },
          '*',
        );
      if (cancelled) {
        const now = deploymentFromRow(cancelled);
        return (await recordEvent(tx, now, options.at)).deployment;
      }
      await tx('o8_deployments')
        .where({ id, state: 'running' })
        .update({ cancel_requested: true });
      const row = await tx<DeploymentRow>('o8_deployments')
        .where({ id })
        .first();
      return row && (await deploymentsFromRows(tx, [row]))[0];
    });
  }

  /** What is recorded as deployed, by module; of these modules only, where some are named. */
  async deployedIn(
    environment: string,
    modules?: readonly string[],
  ): Promise<Map<string, DeployedRelease>> {
    const query = this.knex('o8_targets')
      .where({ environment })
      .whereNotNull('deployed_release');
    if (modules) {
      query.whereIn('module', modules);
    }
    const rows: (DeployedRow & { module: string })[] = await query;
    return new Map(rows.map(row => [row.module, deployedFromRow(row)]));
  }

  async deployed(
    module: string,
    environment: string,
  ): Promise<DeployedRelease | undefined> {
    const row = await this.knex('o8_targets')
      .where({ module, environment })
      .whereNotNull('deployed_release')
      .first();
    return row && deployedFromRow(row);
  }

  /** Other releases of a version that were brought, or are being brought, to one of the environments. */
  async otherReleasesOf(
    version: { module: string; version: string; release: string },
    environments: string[],
  ): Promise<Deployment[]> {
    const rows = await this.knex<DeploymentRow>('o8_deployments')
      .where({ module: version.module, version: version.version })
      .whereNot({ release: version.release })
      .whereIn('environment', environments)
      .whereIn('state', ['queued', 'running', 'succeeded', 'rolled-back'])
      .orderBy('position');
    return deploymentsFromRows(this.knex, rows);
  }
}

interface DeployedRow {
  deployed_release: string;
  deployed_version: string;
  deployed_at: string;
}

function deployedFromRow(row: DeployedRow): DeployedRelease {
  return {
    release: row.deployed_release,
    version: row.deployed_version,
    since: row.deployed_at,
  };
}
