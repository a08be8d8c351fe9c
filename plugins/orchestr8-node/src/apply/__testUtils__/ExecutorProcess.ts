import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Order } from './executor';

/** An executor as a process of its own. */
export class ExecutorProcess {
  private readonly child: ChildProcess;
  private said = '';
  private readonly closed: Promise<unknown>;

  constructor(order: Order) {
    const { NODE_OPTIONS: _, ...environment } = process.env;
    this.child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        resolve(__dirname, 'executor.ts'),
      ],
      {
        env: { ...environment, EXECUTE: JSON.stringify(order) },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.child.stdout!.on('data', chunk => (this.said += chunk));
    this.child.stderr!.on('data', chunk => (this.said += chunk));
    this.closed = once(this.child, 'close');
  }

  /** At once, in the midst of whatever it does. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** It does nothing more until it is woken, and knows nothing of that. */
  stop(): void {
    this.child.kill('SIGSTOP');
  }

  wake(): void {
    this.child.kill('SIGCONT');
  }

  /** What it said last, once it has ended. */
  async ended(): Promise<string> {
    await this.closed;
    return this.said.trim().split('\n').at(-1) ?? '';
  }
}
