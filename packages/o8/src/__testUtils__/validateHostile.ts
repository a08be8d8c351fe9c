// A process of its own: validates folders one after the other, and says of each
// what came of it and what it cost.
import { main } from '../main';
import { FakeTerminal } from './FakeTerminal';

/** What a process of this file prints; memory is the most that it ever held. */
export interface HostileValidation {
  /** The first of the folders, which costs what loading the program costs. */
  warmUp: Validation;
  warmRssKib: number;
  hostile: Validation[];
  maxRssKib: number;
}

interface Validation {
  exit: number;
  /** Codes of the problems, each once. */
  codes: string[];
  cpuMs: number;
}

async function validate(folder: string): Promise<Validation> {
  const terminal = new FakeTerminal({ cwd: folder });
  const before = process.cpuUsage();
  const exit = await main(['module', 'validate', '.', '-o', 'json'], {
    terminal,
    fetch,
  });
  const { user, system } = process.cpuUsage(before);
  const { problems } = JSON.parse(terminal.out) as {
    problems: { code: string }[];
  };
  return {
    exit,
    codes: [...new Set(problems.map(({ code }) => code))],
    cpuMs: (user + system) / 1000,
  };
}

async function run([first, ...folders]: string[]) {
  const warmUp = await validate(first);
  const warmRssKib = process.resourceUsage().maxRSS;
  const hostile: Validation[] = [];
  for (const folder of folders) hostile.push(await validate(folder));
  const { maxRSS: maxRssKib } = process.resourceUsage();
  process.stdout.write(
    JSON.stringify({ warmUp, warmRssKib, hostile, maxRssKib }),
  );
}

run(process.argv.slice(2));
