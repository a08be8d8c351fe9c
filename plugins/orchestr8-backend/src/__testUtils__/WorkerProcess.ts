import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Knex } from 'knex';

/** What a worker in a process of its own is given. */
export interface WorkerProcessOptions {
  database: Knex.Config;
  kubeconfig: string;
  renderer: string;
  /** Default as in the portal. */
  leaseMs?: number;
  /** Random when absent. */
  owner?: string;
  endAt?: EndAt;
}

/** Where a worker ends itself: at the first point of a name, or at one by its number, from 1 on. */
export type EndAt =
  | { point: number; signal: 'SIGKILL' }
  | { name: string; signal: 'SIGSTOP' };

/** A worker that can be killed, or stopped and woken. */
export class WorkerProcess {
  /** What it said so far: points that it passed, `ending`, `run over`. */
  readonly said: string[] = [];
  /** When it said that it ends itself, milliseconds. */
  leftAt?: number;
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;
  private hear: () => void = () => {};

  constructor(options: WorkerProcessOptions) {
    this.child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, 'workerMain.ts'),
        JSON.stringify(options),
      ],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { PATH: process.env.PATH, HOME: process.env.HOME },
      },
    );
    this.ended = once(this.child, 'close');
    createInterface({ input: this.child.stdout! }).on('line', line => {
      this.said.push(line);
      if (line === 'ending') this.leftAt = Date.now();
      this.hear();
    });
    void this.ended.then(() => this.hear());
  }

  /** Until it has said something, from a line on; fails when it ends without. */
  async says(line: string, { from = 0 } = {}): Promise<void> {
    while (!this.said.includes(line, from)) {
      if (this.hasEnded) throw new Error(`It ended without "${line}".`);
      await new Promise<void>(resolve => {
        this.hear = resolve;
      });
    }
  }

  /** Until the process is gone. */
  async end(): Promise<void> {
    await this.ended;
  }

  wake(): void {
    this.child.kill('SIGCONT');
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}
