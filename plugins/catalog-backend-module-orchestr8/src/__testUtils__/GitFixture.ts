import { execFileSync } from 'child_process';
import { existsSync, mkdirSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';

/** A repository with a work tree that tests write into, made by the machine's own git. */
export class GitFixture {
  constructor(readonly path: string) {
    mkdirSync(path, { recursive: true });
    this.git('init', '-q', '-b', 'main');
  }

  git(...args: string[]): string {
    return gitIn(this.path, args);
  }

  /** Writes the files (text, or null to delete) and commits them; returns the commit. */
  commit(files: Record<string, string | null>): string {
    for (const [name, text] of Object.entries(files)) {
      const file = join(this.path, name);
      if (text === null) {
        this.git('rm', '-q', '-r', '--', name);
        continue;
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    this.git('add', '-A');
    this.git('commit', '-q', '-m', 'A change', '--allow-empty');
    return this.git('rev-parse', 'HEAD').trim();
  }

  /** Pushes everything as it is here to a bare repository, forcing it; makes that if needed. */
  mirrorTo(bare: string) {
    if (!existsSync(bare)) {
      mkdirSync(bare, { recursive: true });
      gitIn(bare, ['init', '-q', '--bare', '-b', 'main']);
    }
    this.git('push', '-q', '--mirror', bare);
  }
}

function gitIn(cwd: string, args: string[]): string {
  return execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: cwd,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Test',
      GIT_AUTHOR_EMAIL: 'test@example.com',
      GIT_COMMITTER_NAME: 'Test',
      GIT_COMMITTER_EMAIL: 'test@example.com',
    },
  });
}
