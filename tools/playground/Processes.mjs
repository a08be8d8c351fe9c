import { spawn } from 'node:child_process';
import {
  createWriteStream,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const RESTARTS = 5;

/**
 * The playground's child processes. Each holds the other end of a pipe that
 * is its standard input and ends when we do; one that ends by itself is
 * started again, at most five times.
 */
export class Processes {
  #binary;
  #data;
  #children = new Map();
  #stopping = false;
  #onFailure;

  constructor({ binary, data, onFailure }) {
    this.#binary = binary;
    this.#data = data;
    this.#onFailure = onFailure;
    mkdirSync(path.join(data, 'logs'), { recursive: true });
  }

  get pidFile() {
    return path.join(this.#data, 'playground.pid');
  }

  start(name, args) {
    this.#spawn({ name, args, restarts: 0 });
  }

  #spawn(entry) {
    const file = path.join(this.#data, 'logs', `${entry.name}.log`);
    const log = createWriteStream(file, {
      flags: sizeOf(file) > 5_000_000 ? 'w' : 'a',
    });
    const child = spawn(this.#binary, entry.args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C on the terminal reaches us alone, and we end the rest in order.
      detached: true,
      env: {
        PATH: process.env.PATH,
        HOME: this.#data,
        PLAYGROUND_WATCH_STDIN: '1',
        GOMEMLIMIT: '1GiB',
        // Memory is cheaper here than the time of few processors.
        GOGC: '200',
      },
    });
    child.stdin.on('error', () => {});
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.on('error', error =>
      this.#onFailure(`${entry.name} does not start: ${error.message}`),
    );
    child.on('exit', (code, signal) => {
      log.end();
      this.#children.delete(entry.name);
      if (this.#stopping) return;
      if (entry.restarts >= RESTARTS) {
        this.#onFailure(
          `${entry.name} keeps ending (${
            signal ?? code
          }); its output is in ${file}`,
        );
        return;
      }
      process.stderr.write(
        `playground: ${entry.name} ended (${
          signal ?? code
        }) and is started again\n`,
      );
      setTimeout(() => {
        if (!this.#stopping)
          this.#spawn({ ...entry, restarts: entry.restarts + 1 });
      }, 500);
    });
    this.#children.set(entry.name, child);
    this.#writePids();
  }

  /** Tells a child to read its configuration again. */
  signal(name, signal) {
    this.#children.get(name)?.kill(signal);
  }

  /**
   * Ends everything: first those that write through the API server, then the
   * server (which would wait a minute for a missing etcd: it is killed), then etcd.
   */
  async stop() {
    this.#stopping = true;
    const last = ['kube-apiserver', 'etcd'];
    const first = [...this.#children.keys()].filter(
      name => !last.includes(name),
    );
    await Promise.all(first.map(name => this.#end(name, 'SIGTERM', 2000)));
    await this.#end('kube-apiserver', 'SIGKILL', 2000);
    await this.#end('etcd', 'SIGTERM', 3000);
    rmSync(this.pidFile, { force: true });
  }

  #end(name, signal, patience) {
    const child = this.#children.get(name);
    if (!child || child.exitCode !== null || child.signalCode !== null)
      return Promise.resolve();
    return new Promise(resolve => {
      const timer = setTimeout(() => child.kill('SIGKILL'), patience);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      child.kill(signal);
    });
  }

  #writePids() {
    const pids = [
      process.pid,
      ...[...this.#children.values()].map(child => child.pid),
    ].filter(Boolean);
    writeFileSync(this.pidFile, `${pids.join('\n')}\n`);
  }

  /** Ends what an earlier run of this data folder left behind, after a look that it is really that. */
  endLeftovers() {
    let text;
    try {
      text = readFileSync(this.pidFile, 'utf8');
    } catch {
      return;
    }
    for (const pid of text.split('\n').map(Number)) {
      if (pid > 1 && pid !== process.pid && commandOf(pid).includes(this.#data))
        process.kill(pid, 'SIGKILL');
    }
    rmSync(this.pidFile, { force: true });
  }
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function sizeOf(file) {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
