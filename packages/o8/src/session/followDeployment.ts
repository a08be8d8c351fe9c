import {
  Deployment,
  isTerminal,
  Orchestr8Client,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT, ExitCode, Interrupted } from '../exit';
import { drawDeployment } from '../output/drawDeployment';
import { ProgressLines } from '../output/ProgressLines';
import { Session } from './Session';

/** Reconnects that brought nothing new before we stop trying. */
const PATIENCE = 5;

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
  for (let idle = 0; !isTerminal(last.state) && idle < PATIENCE; idle++) {
    const events = portal.watchDeployment(last.id, { signal, after: cursor });
    for await (const event of events) {
      cursor = event.sequence;
      last = event.deployment;
      lines.show(last);
      idle = 0;
    }
    if (signal.aborted) throw leftEarly(last, { timedOut: clock?.aborted });
  }
  return isTerminal(last.state) ? last : portal.getDeployment(last.id);
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

function exitCodeOf({ state, failure }: Deployment): ExitCode {
  if (!isTerminal(state) || state === 'succeeded') return EXIT.done;
  return failure?.cause === 'timeout' ? EXIT.timedOut : EXIT.failed;
}
