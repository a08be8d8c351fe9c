import { randomBytes } from 'node:crypto';
import { Deployment, Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import type { PlannedDeployment } from '../cluster';
import { ProgressLines } from '../output/ProgressLines';
import { Session } from '../session/Session';
import { Local } from './openLocal';

/** How to carry a plan out from here. */
export interface ExecuteLocallyOptions {
  planned: PlannedDeployment;
  /** Milliseconds; absent: as long as the environment gives. */
  timeoutMs?: number;
  /** Tells its lines from those of others at the same time. */
  label?: string;
}

/**
 * Carries a plan out, telling its steps on stderr; answers the deployment as it
 * ended. An interruption cancels it: what was applied by then stays.
 */
export async function executeLocally(
  { terminal, printer }: Session,
  { engine, cluster, environment, context }: Local,
  options: ExecuteLocallyOptions,
): Promise<Deployment> {
  const { planned, timeoutMs = environment.timeoutMs } = options;
  const at = () => new Date(terminal.now()).toISOString();
  const deployment: Deployment = {
    id: `local-${randomBytes(6).toString('hex')}`,
    ...subjectOf(planned.plan),
    state: 'running',
    message: '',
    requestedBy: context.user ?? context.name,
    steps: [],
    createdAt: at(),
  };
  const lines = new ProgressLines(printer, options);
  const stop = new AbortController();
  const onInterrupt = () => stop.abort('cancelled');
  terminal.signal.addEventListener('abort', onInterrupt);
  if (terminal.signal.aborted) onInterrupt();
  try {
    const { state, message, failure, steps } = await engine.execute(planned, {
      deployment,
      cluster,
      timeoutMs,
      signal: stop.signal,
      onProgress: async now => lines.show({ ...deployment, steps: now }),
    });
    lines.show({ ...deployment, steps });
    return { ...deployment, state, message, failure, steps, finishedAt: at() };
  } finally {
    terminal.signal.removeEventListener('abort', onInterrupt);
  }
}

function subjectOf(
  plan: Plan,
): Pick<
  Deployment,
  | 'kind'
  | 'module'
  | 'version'
  | 'release'
  | 'environment'
  | 'cluster'
  | 'namespace'
  | 'plan'
> {
  const { module, version, release, environment, cluster, namespace } = plan;
  const kind = plan.kind ?? 'deploy';
  const where = { environment, cluster, namespace };
  return { kind, module, version, release, ...where, plan: plan.hash };
}
