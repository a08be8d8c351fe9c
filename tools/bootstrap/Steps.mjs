import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';

import { Friendly } from './Friendly.mjs';

const HEARTBEAT = 20_000;

/** Named steps, some at the same time, that say what they wait for; their output goes to files. */
export class Steps {
  #logs;
  #running = new Map();

  constructor(logs) {
    this.#logs = logs;
    mkdirSync(logs, { recursive: true });
  }

  /** Runs `work` under a name; `work` gets a function that tells how far it is. */
  async step(name, work) {
    const began = Date.now();
    let progress = '';
    const say = text => console.log(`  ${text}`);
    say(`· ${name}`);
    const timer = setInterval(
      () =>
        say(
          `· ${name}: still at it after ${lasted(began)}${
            progress && `, ${progress}`
          }`,
        ),
      HEARTBEAT,
    );
    try {
      const result = await work(text => {
        progress = text;
      });
      say(`✓ ${name} (${lasted(began)})`);
      return result;
    } catch (error) {
      say(`✗ ${name} (${lasted(began)})`);
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  /**
   * Runs a command to its end. Rejects with its last lines when it fails.
   * `onLine` sees each line of output. With `limit` (milliseconds) it has a
   * process group of its own, which is killed when its time is up.
   */
  run(command, args, { name, cwd, env, onLine, limit }) {
    const file = path.join(this.#logs, `${name}.log`);
    const log = createWriteStream(file);
    const last = [];
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, {
        cwd,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: limit !== undefined,
      });
      const end = signal =>
        limit ? killGroup(child, signal) : child.kill(signal);
      const timer =
        limit &&
        setTimeout(() => {
          last.push(`it did not end within ${limit / 60_000} minutes`);
          end('SIGKILL');
        }, limit);
      this.#running.set(child, end);
      for (const stream of [child.stdout, child.stderr]) {
        let rest = '';
        stream.setEncoding('utf8');
        stream.on('data', chunk => {
          log.write(chunk);
          const lines = (rest + chunk).split('\n');
          rest = lines.pop();
          for (const line of lines) {
            onLine?.(line);
            if (line.trim()) last.push(line);
            if (last.length > 30) last.shift();
          }
        });
      }
      child.on('error', reject);
      child.on('close', code => {
        clearTimeout(timer);
        this.#running.delete(child);
        log.end();
        if (code === 0) resolve();
        else
          reject(
            new Friendly(
              `${last.join(
                '\n',
              )}\n\n${name} failed; all of its output is in ${file}`,
            ),
          );
      });
    });
  }

  /** Ends what is still running. */
  stop() {
    for (const end of this.#running.values()) end('SIGTERM');
  }
}

function killGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // it has ended
  }
}

/** "12 s" or "3 min 05 s" since `began` (milliseconds). */
export function lasted(began) {
  const seconds = Math.round((Date.now() - began) / 1000);
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(
        2,
        '0',
      )} s`;
}
