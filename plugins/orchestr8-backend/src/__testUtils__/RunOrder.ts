import {
  Deployment,
  isTerminal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Knex } from 'knex';
import { WriteOrder } from './WriteOrder';

/** One deployment in the order of the database's own events. */
export interface RecordedRun {
  deployment: Deployment;
  /** Sequence of the first event that shows it running; absent: it never ran. */
  begun?: number;
  /** Sequences of the events that show it ended. */
  ends: number[];
}

/** What the database has of a module's deployments, the oldest first. */
export async function recordedRuns(
  knex: Knex,
  module: string,
): Promise<RecordedRun[]> {
  const rows = await knex('o8_deployment_events').orderBy('sequence');
  const runs = new Map<string, RecordedRun>();
  for (const { sequence, snapshot } of rows) {
    const deployment: Deployment = JSON.parse(snapshot);
    if (deployment.module !== module) continue;
    const { begun, ends = [] } = runs.get(deployment.id) ?? {};
    const isEnd = isTerminal(deployment.state);
    runs.set(deployment.id, {
      deployment,
      begun:
        begun ??
        (deployment.state === 'running' ? Number(sequence) : undefined),
      ends: isEnd ? [...ends, Number(sequence)] : ends,
    });
  }
  return [...runs.values()];
}

/** Pairs of one environment of which one began before the other had ended. */
function overlapsOf(runs: readonly RecordedRun[]): string[] {
  const ran = runs
    .filter(run => run.begun !== undefined)
    .sort((a, b) => a.begun! - b.begun!);
  return ran.flatMap((run, at) =>
    ran
      .slice(at + 1)
      .filter(
        later =>
          later.deployment.environment === run.deployment.environment &&
          later.begun! < (run.ends[0] ?? Infinity),
      )
      .map(
        later =>
          `${run.deployment.kind} and ${later.deployment.kind} in ${run.deployment.environment}`,
      ),
  );
}

/**
 * What is not in one order in each environment, in the database or in the
 * cluster, and what was not recorded: runs without one end, runs that the audit
 * does not know as they ended, writes of no recorded run.
 */
export async function disorderIn(
  knex: Knex,
  module: string,
  writes: WriteOrder,
): Promise<string[]> {
  const runs = await recordedRuns(knex, module);
  const wrong = [...overlapsOf(runs), ...writes.overlaps];
  for (const { deployment, ends } of runs) {
    if (ends.length !== 1) wrong.push(`${ends.length} ends: ${deployment.id}`);
  }
  const audited = await knex('o8_audit').where({ event: 'deployment-run' });
  for (const { deployment } of runs.filter(({ begun }) => begun)) {
    const { id, state } = deployment;
    const outcome = state === 'succeeded' ? 'succeeded' : 'failed';
    const rows = audited.filter(
      row => JSON.parse(row.details).deployment === id,
    );
    if (rows.length !== 1 || rows[0].outcome !== outcome) {
      wrong.push(`not audited as ${outcome}: ${id}`);
    }
  }
  for (const [namespace, epochs] of writes.epochs) {
    const rows = await knex('o8_deployments').where({ module, namespace });
    const recorded = rows.map(({ epoch }) => Number(epoch));
    epochs.forEach((epoch, at) => {
      const before = epochs[at - 1] ?? 0;
      if (epoch <= before) wrong.push(`epoch ${epoch} wrote after ${before}`);
      if (!recorded.includes(epoch)) wrong.push(`epoch ${epoch} is not known`);
    });
  }
  return wrong;
}
