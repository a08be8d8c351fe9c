import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Friendly } from './Friendly.mjs';

/** One portal per data folder: a file with the number of the process that uses it. */
export class Lock {
  #file;

  constructor(data) {
    this.#file = path.join(data, 'run.pid');
  }

  /** The process that holds the lock, if it lives. */
  holder() {
    let pid;
    try {
      pid = Number(readFileSync(this.#file, 'utf8'));
      // A number may have been given to another program since.
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return command.includes('tools/run') ? pid : undefined;
    } catch (error) {
      return pid && error.path?.startsWith('/proc') && isAlive(pid)
        ? pid
        : undefined;
    }
  }

  take() {
    const holder = this.holder();
    if (holder) {
      throw new Friendly(
        `A portal with this data folder is running already (process ${holder}). Use it, or end it with Ctrl-C first.`,
      );
    }
    mkdirSync(path.dirname(this.#file), { recursive: true, mode: 0o700 });
    writeFileSync(this.#file, String(process.pid));
  }

  release() {
    rmSync(this.#file, { force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    // Without /proc a living process is all that can be known.
    return process.platform !== 'linux';
  } catch {
    return false;
  }
}
