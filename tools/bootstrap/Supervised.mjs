import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { Friendly } from './Friendly.mjs';

const FAST = 20_000;
const FAST_ENDS = 3;

/**
 * A long-running child that is started again when it ends by itself. Three
 * ends in a row within seconds of the start are a failure.
 */
export class Supervised {
  #options;
  #child;
  #stopping = false;
  #fastEnds = 0;
  #ready;

  /**
   * `isReady(line)` or `untilReady()` tells when it can be used; `onFailure`
   * is called when it cannot be kept running.
   */
  constructor({
    name,
    command,
    args,
    env,
    cwd,
    logFile,
    isReady,
    untilReady,
    onFailure,
    onRestart,
  }) {
    this.#options = {
      name,
      command,
      args,
      env,
      cwd,
      logFile,
      isReady,
      untilReady,
      onFailure,
      onRestart,
    };
    mkdirSync(path.dirname(logFile), { recursive: true });
  }

  get pid() {
    return this.#child?.pid;
  }

  /** Resolves when it is ready; rejects when it ends before that. */
  start() {
    this.#spawn();
    return this.#ready;
  }

  #spawn() {
    const { name, command, args, env, cwd, logFile, isReady, untilReady } =
      this.#options;
    const began = Date.now();
    const large =
      (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000;
    const log = createWriteStream(logFile, { flags: large ? 'w' : 'a' });
    log.write(`\n--- ${name} started ${new Date(began).toISOString()}\n`);
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
      // Ctrl-C reaches the starter alone; it ends its children in order.
      detached: true,
    });
    this.#child = child;
    child.stdin.on('error', () => {});
    child.stderr.pipe(log, { end: false });
    child.stdout.pipe(log, { end: false });
    this.#ready = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code, signal) => {
        log.end();
        reject(
          new Friendly(
            `${name} ended before it was ready (${
              signal ?? `status ${code}`
            }):\n${tail(logFile)}`,
          ),
        );
        if (!this.#stopping)
          this.#again({ began, how: signal ?? `status ${code}` });
      });
      if (isReady)
        child.stdout.on(
          'data',
          chunk => String(chunk).split('\n').some(isReady) && resolve(),
        );
      else
        untilReady(
          () => child.exitCode === null && child.signalCode === null,
        ).then(resolve, reject);
    });
    this.#ready.catch(() => {});
  }

  #again({ began, how }) {
    const { name, logFile, onFailure, onRestart } = this.#options;
    this.#fastEnds = Date.now() - began < FAST ? this.#fastEnds + 1 : 0;
    if (this.#fastEnds >= FAST_ENDS) {
      onFailure(
        new Friendly(
          `${name} ended ${FAST_ENDS} times in a row (${how}):\n${tail(
            logFile,
          )}\nAll of it is in ${logFile}`,
        ),
      );
      return;
    }
    console.log(`  ! ${name} ended unexpectedly (${how}); it is started again`);
    this.#spawn();
    this.#ready.then(
      () => {
        console.log(`  ✓ ${name} is back`);
        onRestart?.();
      },
      () => {},
    );
  }

  /** Asks it to end, and insists after `patience` milliseconds. */
  stop(patience = 8000) {
    this.#stopping = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null)
      return Promise.resolve();
    return new Promise(resolve => {
      const timer = setTimeout(() => child.kill('SIGKILL'), patience);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      child.kill('SIGTERM');
    });
  }
}

function tail(file) {
  try {
    return readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(-25)
      .join('\n');
  } catch {
    return '';
  }
}
