import {
  hasErrors,
  namespaceOf,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { EXIT, ExitCode, Interrupted } from '../../exit';
import { countProblems } from '../../output/drawProblems';
import { drawTestReport } from '../../output/drawTestReport';
import { Session } from '../../session/Session';
import { demandTryingGround } from '../demandTryingGround';
import { LocalFlags } from '../localFlags';
import { Local, withLocal } from '../openLocal';
import { LocalModule, readLocalModule } from '../readLocalModule';
import { leaveClean } from './leaveClean';
import { scratchEnvironment } from './scratchEnvironment';
import { TestReport } from './TestReport';
import { ScratchRun, tryInScratch } from './tryInScratch';

/** How a folder is tested. */
export interface TestFlags extends LocalFlags {
  withDependencies: boolean;
  keep: boolean;
  yes: boolean;
  /** Milliseconds for deploying and testing together. */
  timeout: number;
}

/**
 * Tests a module's folder on the cluster of a kubeconfig: validates, plans with
 * trials, deploys to a scratch namespace, runs the chart's tests, and takes all
 * of it away again, however it ended.
 */
export async function testLocally(
  session: Session,
  given: string,
  flags: TestFlags,
): Promise<ExitCode> {
  const { printer } = session;
  const { yes } = flags;
  return withLocal(session, flags, async local => {
    await demandTryingGround(session, local, { yes, askable: false });
    const module = await readLocalModule(session, local, given);
    const run = await beginning(session, local, { module, flags });
    const { report } = run;
    const isValid = await validate(session, local, run);
    const exitCode = isValid
      ? await tryAndCleanUp(session, local, { run, keep: flags.keep })
      : EXIT.invalid;
    await printer.data(report, style => drawTestReport(report, style));
    return exitCode;
  });
}

async function beginning(
  { terminal }: Session,
  local: Local,
  { module, flags }: { module: LocalModule; flags: TestFlags },
): Promise<ScratchRun> {
  const { name = 'module', version = '' } = module.specification ?? {};
  const environment = await scratchEnvironment(local, name);
  const report: TestReport = {
    module: name,
    version,
    release: local.door.releaseDigest(module.files),
    context: local.context.name,
    namespace: namespaceOf(environment, name),
    outcome: 'failed',
    stages: [],
    problems: [],
    warnings: [],
    log: [],
    tests: [],
    kept: false,
  };
  const deadline = terminal.now() + flags.timeout;
  return { module, environment, flags, deadline, report, begun: false };
}

/** Whether the module has no error. */
async function validate(
  { printer }: Session,
  { engine, canRender }: Local,
  { module, environment, report }: ScratchRun,
): Promise<boolean> {
  printer.say('Validating');
  report.problems = await engine.validate(module.files, {
    environments: [environment],
    last: 'production',
    render: canRender,
  });
  const isValid = !hasErrors(report.problems);
  report.stages.push({
    name: 'validate',
    state: isValid ? 'passed' : 'failed',
    message: countProblems(report.problems),
  });
  return isValid;
}

/** Tries the module, and cleans up after it whatever comes of that. */
async function tryAndCleanUp(
  session: Session,
  local: Local,
  { run, keep }: { run: ScratchRun; keep: boolean },
): Promise<ExitCode> {
  const { terminal, printer } = session;
  const { namespace } = run.report;
  const onInterrupt = () => {
    if (!run.begun || keep) return;
    printer.say(
      `Interrupted: cleaning up. Interrupt once more to leave the namespace ${namespace} behind.`,
    );
  };
  terminal.signal.addEventListener('abort', onInterrupt);
  let exitCode: ExitCode | undefined;
  let failure: unknown;
  try {
    exitCode = await tryInScratch(session, local, run);
  } catch (error) {
    failure = error;
  }
  const state = await leaveClean(session, local, { run, keep });
  terminal.signal.removeEventListener('abort', onInterrupt);
  if (terminal.signal.aborted) {
    throw new Interrupted(`Interrupted. ${state.message}.`);
  }
  if (exitCode === undefined) throw failure;
  return exitCode === EXIT.done && state.state === 'failed'
    ? EXIT.failed
    : exitCode;
}
