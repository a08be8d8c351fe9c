import { setTimeout as delay } from 'node:timers/promises';
import { Interrupted } from '../exit';
import { Question, Terminal } from './Terminal';

/** The terminal of this process. The prompts are loaded when the first question is asked. */
export function processTerminal(): Terminal {
  const interruption = new AbortController();
  // Once: who insists ends the process, whatever it is at.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => interruption.abort());
  }
  // A reader that has seen enough (`o8 … | head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
  });
  // Nobody listens to progress any more: what is under way is finished all the same.
  process.stderr.on('error', () => {});
  const { env } = process;
  return {
    stdout: text => void process.stdout.write(text),
    stderr: text => void process.stderr.write(text),
    env,
    cwd: process.cwd(),
    interactive: Boolean(process.stdin.isTTY && process.stderr.isTTY),
    colour:
      !env.NO_COLOR &&
      (Boolean(process.stdout.isTTY) || Boolean(env.FORCE_COLOR)),
    columns: process.stdout.columns,
    signal: interruption.signal,
    ask,
    confirm,
    now: () => Date.now(),
    wait: (milliseconds, signal) =>
      delay(milliseconds, undefined, { signal }).catch(() => {}),
  };
}

async function ask(question: Question): Promise<string> {
  const prompts = await import('@clack/prompts');
  const { message, initial, choices, secret } = question;
  const asked = () => {
    if (choices) {
      return prompts.select({
        message,
        initialValue: initial,
        options: [...choices],
        output: process.stderr,
      });
    }
    if (secret) return prompts.password({ message, output: process.stderr });
    return prompts.text({
      message,
      initialValue: initial,
      output: process.stderr,
    });
  };
  const answer = await asked();
  if (prompts.isCancel(answer)) throw new Interrupted();
  return String(answer ?? '');
}

async function confirm(question: string): Promise<boolean> {
  const prompts = await import('@clack/prompts');
  const answer = await prompts.confirm({
    message: question,
    initialValue: false,
    output: process.stderr,
  });
  if (prompts.isCancel(answer)) throw new Interrupted();
  return answer;
}
