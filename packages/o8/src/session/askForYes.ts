import { CommandError, EXIT } from '../exit';
import { Session } from './Session';

/** A person's yes or no; without a terminal that is wrong use. */
export async function askForYes(
  { terminal }: Session,
  question: string,
): Promise<boolean> {
  if (!terminal.interactive) {
    throw new CommandError(
      'Nobody can be asked here (not a terminal), so nothing was done.',
      { exitCode: EXIT.usage, hint: 'Add --yes to go on without asking.' },
    );
  }
  return terminal.confirm(question);
}
