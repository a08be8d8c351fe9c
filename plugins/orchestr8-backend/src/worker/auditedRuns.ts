import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { Deployment } from '@orchestr8/backstage-plugin-orchestr8-common';
import { AuditVerdict, DatabaseAudit } from '../store/DatabaseAudit';
import { CarryOut } from './DeploymentWorker';

/** Where runs are written down. */
export interface RunAudit {
  auditor: AuditorService;
  store: DatabaseAudit;
  logger: LoggerService;
}

/**
 * The same, with every run told to Backstage's auditor and written into the
 * portal's own record. A record that cannot be written ends no deployment: it
 * is logged.
 */
export function auditedRuns(carryOut: CarryOut, audit: RunAudit): CarryOut {
  return async (deployment, options) => {
    const { recovered, epoch, signal } = options;
    const end = await begin(deployment, { ...audit, recovered, epoch });
    try {
      const outcome = await carryOut(deployment, options);
      const { state, message } = outcome;
      await end(
        state === 'succeeded'
          ? { outcome: 'succeeded' }
          : { outcome: 'failed', message: `${state}: ${message}` },
      );
      return outcome;
    } catch (error) {
      await end({
        outcome: 'failed',
        message: signal.aborted
          ? `It was left to another worker (${signal.reason}).`
          : 'It broke off; the log of the portal has the cause.',
      });
      throw error;
    }
  };
}

/** Answers how to write down the end. */
async function begin(
  deployment: Deployment,
  run: RunAudit & { recovered: boolean; epoch: number },
): Promise<(verdict: AuditVerdict) => Promise<void>> {
  const { id, kind, module, environment, requestedBy, plan } = deployment;
  const { auditor, store, logger, recovered, epoch } = run;
  const details = { deployment: id, kind, plan, epoch, recovered };
  const quietly = <T>(write: Promise<T>) =>
    write.catch((error: unknown) => {
      logger.error(`The run of deployment ${id} cannot be audited: ${error}`);
      return undefined;
    });
  const [sequence, event] = await Promise.all([
    quietly(
      store.begin({
        who: requestedBy,
        event: 'deployment-run',
        request: 'worker',
        ...{ module, environment, details },
      }),
    ),
    quietly(
      auditor.createEvent({
        eventId: 'deployment-run',
        severityLevel: 'medium',
        meta: { module, environment, requestedBy, ...details },
      }),
    ),
  ]);
  return async verdict => {
    if (sequence !== undefined) await quietly(store.end(sequence, verdict));
    const told =
      verdict.outcome === 'succeeded'
        ? event?.success()
        : event?.fail({ error: new Error(verdict.message) });
    if (told) await quietly(told);
  };
}
