import { CommandError, EXIT, Interrupted } from '../exit';
import { Session } from '../session/Session';
import { Local } from './openLocal';

/**
 * Keeps verbs that write off a cluster that may be production: somebody must
 * have said `--yes`, or type the name of its context where `askable`.
 */
export async function demandTryingGround(
  { terminal }: Session,
  { context, suspicion }: Pick<Local, 'context' | 'suspicion'>,
  options: { yes: boolean; askable: boolean },
): Promise<void> {
  if (suspicion === undefined || options.yes) return;
  const { name, server } = context;
  const warning = `The context "${name}" (${server}) may be production: ${suspicion}`;
  if (!options.askable || !terminal.interactive) {
    throw new CommandError(`${warning}.`, {
      exitCode: EXIT.refused,
      hint: 'Choose another with --context; if this one is meant, add --yes.',
    });
  }
  const typed = await terminal.ask({
    message: `${warning}. Type ${name} to go on`,
  });
  if (typed.trim() !== name) throw new Interrupted('Nothing was done.');
}
