import {
  ApiError,
  Deployment,
  isTerminal,
  Orchestr8Client,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT, ExitCode, Interrupted } from '../exit';
import { drawDeployment } from '../output/drawDeployment';
import { ProgressLines } from '../output/ProgressLines';
import { readOn } from './readOn';
import { Session } from './Session';

/** How long to stay with a deployment. */
export interface FollowOptions {
  wait: boolean;
  /** Milliseconds; absent: as long as it takes. */
  timeoutMs?: number;
  /** Tells its lines from those of others at the same time. */
  label?: string;
}

/** Streams the steps of a deployment to stderr until it has ended, then prints it; answers the exit code. */
export async function followDeployment(
  session: Session,
  portal: Orchestr8Client,
  options: FollowOptions & { deployment: Deployment },
): Promise<ExitCode> {
  const { printer } = session;
  const last = options.wait
    ? await finishDeployment(session, portal, options)
    : options.deployment;
  if (!options.wait) {
    printer.say(`Not waiting. Follow it with: o8 module status ${last.module}`);
  }
  await printer.data(last, style => drawDeployment(last, style));
  return exitCodeOf(last);
}

/** Streams the steps of a deployment to stderr; answers how it ended. */
export async function finishDeployment(
  session: Session,
  portal: Orchestr8Client,
  options: FollowOptions & { deployment: Deployment },
): Promise<Deployment> {
  const { terminal, printer } = session;
  const clock = options.timeoutMs
    ? AbortSignal.timeout(options.timeoutMs)
    : undefined;
  const signal = AbortSignal.any([terminal.signal, ...(clock ? [clock] : [])]);
  const lines = new ProgressLines(printer, options);
  let last = options.deployment;
  let cursor: number | undefined;
  lines.show(last);
  const events = readOn(
    session,
    () => portal.watchDeployment(last.id, { signal, after: cursor }),
    { signal, isOver: () => isTerminal(last.state) },
  );
  try {
    for await (const event of events) {
      cursor = event.sequence;
      last = event.deployment;
      lines.show(last);
    }
  } catch (error) {
    throw contactLost(last, error);
  }
  if (signal.aborted && !isTerminal(last.state)) {
    throw leftEarly(last, { timedOut: clock?.aborted });
  }
  return isTerminal(last.state) ? last : portal.getDeployment(last.id);
}

/** What the portal refuses is told as it is; without contact it is told that nothing is lost. */
function contactLost({ id, module }: Deployment, error: unknown): unknown {
  if (error instanceof ApiError && error.problem.status < 500) return error;
  return new CommandError(
    `Contact with the portal is lost: ${(error as Error).message}`,
    {
      exitCode: EXIT.failed,
      hint: `The deployment ${id} goes on in the portal, or when it is back. See how it ends: o8 module status ${module}`,
    },
  );
}

function leftEarly(
  deployment: Deployment,
  options: { timedOut?: boolean },
): CommandError {
  const goesOn = `the deployment ${deployment.id} goes on in the portal (${deployment.message}).`;
  return options.timedOut
    ? new CommandError(`The time is up, and ${goesOn}`, {
        exitCode: EXIT.timedOut,
        hint: `See how it ends: o8 module status ${deployment.module} --watch`,
      })
    : new Interrupted(`Interrupted; ${goesOn}`);
}

/** What the end of a deployment is to scripts; one that goes on was not waited for. */
export function exitCodeOf({ state, failure }: Deployment): ExitCode {
  if (!isTerminal(state) || state === 'succeeded') return EXIT.done;
  return failure?.cause === 'timeout' ? EXIT.timedOut : EXIT.failed;
}
