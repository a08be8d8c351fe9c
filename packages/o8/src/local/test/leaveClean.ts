import { Session } from '../../session/Session';
import { Local } from '../openLocal';
import { cleanUp } from './cleanUp';
import { TestStage } from './TestReport';
import { ScratchRun } from './tryInScratch';

/** Takes a test's namespaces away, or leaves them as asked; writes into the report which it was. */
export async function leaveClean(
  session: Session,
  local: Local,
  { run, keep }: { run: ScratchRun; keep: boolean },
): Promise<TestStage> {
  const { report } = run;
  const stage = await clean(session, local, { run, keep });
  report.stages.push(stage);
  report.kept = run.begun && stage.state !== 'passed';
  return stage;
}

async function clean(
  { printer }: Session,
  local: Local,
  { run, keep }: { run: ScratchRun; keep: boolean },
): Promise<TestStage> {
  const { report, environment } = run;
  const { namespace } = report;
  const remove = `kubectl delete namespace ${namespace} --context ${report.context}`;
  const name = 'clean-up';
  if (!run.begun) {
    return { name, state: 'skipped', message: 'Nothing had been applied' };
  }
  if (keep) {
    return {
      name,
      state: 'skipped',
      message: `The namespace ${namespace} is kept; take it away with: ${remove}`,
    };
  }
  printer.say('Cleaning up');
  try {
    await cleanUp(local, environment);
    return { name, state: 'passed', message: `${namespace} is gone` };
  } catch (error) {
    return {
      name,
      state: 'failed',
      message: `${namespace} may be left: ${
        (error as Error).message
      }. Take it away with: ${remove}`,
    };
  }
}
