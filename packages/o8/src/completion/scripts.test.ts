import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Shell, SCRIPTS } from './scripts';

/** What the program is made to answer; where it notes what it was asked. */
const PROGRAM = `#!/bin/sh
printf '%s|' "$@" > "$ASKED"
printf '%b' "$ANSWER"
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'o8-shell-'));
  const program = join(folder, 'o8');
  await writeFile(program, PROGRAM);
  await chmod(program, 0o755);
  await writeFile(join(folder, 'plain file'), '');
  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    await writeFile(join(folder, shell), SCRIPTS[shell]);
  }
});
afterAll(() => rm(folder, { recursive: true }));

const has = (shell: Shell) => spawnSync(shell, ['-c', 'true']).status === 0;
const withShell = (shell: Shell) => (has(shell) ? describe : describe.skip);

/** Runs a shell in the folder, the program on its path. */
async function run(shell: Shell, args: string[], answer: string) {
  const asked = join(folder, `asked-${shell}`);
  const { stdout, stderr, status } = spawnSync(shell, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      PATH: `${folder}:${process.env.PATH}`,
      HOME: folder,
      TERM: 'xterm',
      ANSWER: answer,
      ASKED: asked,
    },
  });
  return { stdout, stderr, status, asked: await readFile(asked, 'utf8') };
}

const VERBS = 'deploy\\tbring it\\ndelete\\ttake it away\\n:4\\n';
const ENVIRONMENTS = '--environment=dev\\ton kind\\n:4\\n';

withShell('bash')('the script for bash', () => {
  /** As readline calls it: the line up to the cursor, and the words that bash makes of it. */
  const complete = (words: string[], line: string, answer: string) =>
    run(
      'bash',
      [
        '--norc',
        '-c',
        `source ./bash; COMP_LINE="$1"; COMP_POINT=\${#1}; shift
         COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _o8; printf '%s\\n' "\${COMPREPLY[@]}"`,
        'test',
        line,
        ...words,
      ],
      answer,
    );

  it('offers what the program answers', async () => {
    const { stdout, stderr, asked } = await complete(
      ['o8', 'module', 'de'],
      'o8 module de',
      VERBS,
    );
    expect({ stdout, stderr }).toEqual({
      stdout: 'deploy\ndelete\n',
      stderr: '',
    });
    expect(asked).toBe('__complete|module|de|');
  });

  it('asks for an empty word after a blank', async () => {
    const words = ['o8', 'module', ''];
    const { asked } = await complete(words, 'o8 module ', VERBS);
    expect(asked).toBe('__complete|module||');
  });

  it('puts together what bash takes apart, and offers the part that it replaces', async () => {
    const { stdout, asked } = await complete(
      ['o8', 'plan', '--environment', '=', 'd'],
      'o8 plan --environment=d',
      ENVIRONMENTS,
    );
    expect(stdout).toBe('dev\n');
    expect(asked).toBe('__complete|plan|--environment=d|');
  });

  it('offers files where the program leaves that to it', async () => {
    const { stdout } = await complete(['o8', 'pl'], 'o8 pl', ':0\\n');
    expect(stdout).toBe('plain file\n');
  });

  it('is registered for the program', () => {
    const { stdout } = spawnSync('bash', ['-c', 'source ./bash; complete -p'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toContain('complete -F _o8 o8');
  });
});

withShell('fish')('the script for fish', () => {
  const complete = (line: string, answer: string) =>
    run('fish', ['-c', `source ./fish; complete -C '${line}'`], answer);

  it('offers in fish what the program answers, with its words about it', async () => {
    const { stdout, asked } = await complete('o8 module de', VERBS);
    expect(stdout).toBe('deploy\tbring it\ndelete\ttake it away\n');
    expect(asked).toBe('__complete|module|de|');
  });

  it('asks in fish for an empty word after a blank', async () => {
    const { asked } = await complete('o8 module ', VERBS);
    expect(asked).toBe('__complete|module||');
  });

  it('offers in fish the files where the program leaves that to it', async () => {
    const { stdout } = await complete('o8 pl', ':0\\n');
    expect(stdout.trim()).toBe('plain file');
  });
});

withShell('zsh')('the script for zsh', () => {
  /** Types into a zsh of its own, and reads until something is on the screen. */
  const typed = (line: string, until: string, answer: string) =>
    run(
      'zsh',
      [
        '-f',
        '-c',
        `zmodload zsh/zpty; zpty shell zsh -f -i
         zpty -w shell "autoload -Uz compinit; compinit -u -d $HOME/dump; source ./zsh; print IS-''READY"
         zpty -r -m shell out '*IS-READY*'
         zpty -w -n shell "$1"$'\\t'; zpty -r -m shell out "*$2*"; print -r -- "$out"; zpty -d shell`,
        'test',
        line,
        until,
      ],
      answer,
    );

  it('offers in zsh what the program answers, with its words about it', async () => {
    const { stdout, asked } = await typed(
      'o8 module de',
      'take it away',
      VERBS,
    );
    expect(stdout).toContain('-- bring it');
    expect(asked).toBe('__complete|module|de|');
  }, 90_000);

  it('completes the value of an option that is given with "="', async () => {
    const line = 'o8 plan --environment=d';
    const { status } = await typed(line, '--environment=dev', ENVIRONMENTS);
    expect(status).toBe(0);
  }, 90_000);
});
