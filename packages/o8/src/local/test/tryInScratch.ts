import {
  Environment,
  formatObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import type { PlannedDeployment } from '../../cluster';
import { EXIT, ExitCode, Interrupted } from '../../exit';
import { drawPlan } from '../../output/drawPlan';
import { exitCodeOf } from '../../session/followDeployment';
import { Session } from '../../session/Session';
import { execute } from '../carryOutLocally';
import { Local } from '../openLocal';
import { LocalModule } from '../readLocalModule';
import { lastLines } from './lastLines';
import { layGround } from './layGround';
import { scratchPlanner, warningsOf } from './planInScratch';
import { TestReport } from './TestReport';

/** One test under way. */
export interface ScratchRun {
  module: LocalModule;
  /** `local` in namespaces of the test's own. */
  environment: Environment;
  flags: { withDependencies: boolean };
  /** Milliseconds since the epoch. */
  deadline: number;
  report: TestReport;
  /** Something may be there that must go again. */
  begun: boolean;
}

/** Renders, tries, deploys and runs the tests, each part only after the one before has passed; writes it into the report. */
export async function tryInScratch(
  session: Session,
  local: Local,
  run: ScratchRun,
): Promise<ExitCode> {
  const scratch = { ...local, environment: run.environment };
  const { report } = run;
  const plan = await scratchPlanner(session, { home: local, scratch }, run);

  session.printer.say(`Rendering for the namespace ${report.namespace}`);
  const rendered = await plan();
  const refused = judge(session, report, {
    stage: 'render',
    planned: rendered,
  });
  if (refused !== undefined) return refused;

  demandGoOn(session);
  session.printer.say('Trying every object against the API server');
  run.begun = true;
  await layGround(scratch, rendered);
  const planned = await plan();
  report.warnings = warningsOf(planned);
  const unfit = judge(session, report, { stage: 'dry-run', planned });
  if (unfit !== undefined) return unfit;

  demandGoOn(session);
  const failed = await deploy(session, scratch, { run, planned });
  return failed ?? test(session, scratch, { run, planned });
}

function demandGoOn({ terminal }: Session): void {
  if (terminal.signal.aborted) throw new Interrupted();
}

/** The exit code when the plan cannot be carried out. */
function judge(
  { printer }: Session,
  report: TestReport,
  of: { stage: 'render' | 'dry-run'; planned: PlannedDeployment },
): ExitCode | undefined {
  const { plan, manifests } = of.planned;
  const { refusals } = plan;
  const count = manifests.filter(({ hook }) => !hook).length;
  report.stages.push({
    name: of.stage,
    state: refusals.length > 0 ? 'failed' : 'passed',
    message:
      refusals[0]?.message ??
      (of.stage === 'render'
        ? `${count} objects, and the policy gate lets them pass`
        : `the API server would take them all`),
  });
  if (refusals.length === 0) return undefined;
  printer.say(drawPlan(plan, printer.aside));
  return refusals.every(({ kind }) => kind === 'invalid')
    ? EXIT.invalid
    : EXIT.refused;
}

/** The exit code when it does not come up. */
async function deploy(
  session: Session,
  scratch: Local,
  { run, planned }: { run: ScratchRun; planned: PlannedDeployment },
): Promise<ExitCode | undefined> {
  const { report, deadline } = run;
  const timeoutMs = Math.max(0, deadline - session.terminal.now());
  const deployment = await execute(session, scratch, { planned, timeoutMs });
  const succeeded = deployment.state === 'succeeded';
  report.stages.push({
    name: 'deploy',
    state: succeeded ? 'passed' : 'failed',
    message: succeeded
      ? `all is healthy in ${report.namespace}`
      : deployment.message,
  });
  if (succeeded) return undefined;
  report.failure = deployment.failure;
  report.log = await lastLines(session, scratch, deployment);
  return exitCodeOf(deployment);
}

async function test(
  { terminal, printer }: Session,
  { door, cluster }: Local,
  { run, planned }: { run: ScratchRun; planned: PlannedDeployment },
): Promise<ExitCode> {
  const { report, deadline } = run;
  const results = await door.runTests(planned, {
    cluster,
    timeoutMs: Math.max(0, deadline - terminal.now()),
    signal: terminal.signal,
    onProgress: (object, message) =>
      printer.say(`  … tests  ${formatObjectRef(object)}: ${message}`),
  });
  const failed = results.filter(({ outcome }) => outcome !== 'passed');
  report.tests = results;
  if (failed.length === 0) report.outcome = 'passed';
  report.stages.push({ name: 'tests', ...resultOf(results.length, failed) });
  if (failed.length === 0) return EXIT.done;
  return failed.every(({ outcome }) => outcome === 'timed-out')
    ? EXIT.timedOut
    : EXIT.failed;
}

function resultOf(ran: number, failed: readonly unknown[]) {
  if (failed.length > 0) {
    const message = `${failed.length} of ${ran} failed`;
    return { state: 'failed', message } as const;
  }
  return ran > 0
    ? ({ state: 'passed', message: `${ran} passed` } as const)
    : ({ state: 'skipped', message: 'the chart has none' } as const);
}
