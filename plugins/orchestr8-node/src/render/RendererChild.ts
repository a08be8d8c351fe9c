import { ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { RenderError } from './Renderer';

/** What one request may cost. */
export interface RendererLimits {
  timeMs: number;
  outputBytes: number;
  memoryBytes: number;
}

/** The renderer stops itself at its limits and says so; what it does not say in this time is said for it. */
const GRACE_MS = 1_000;
/** Base64 and JSON around what was rendered. */
const ANSWER_OVERHEAD = 2;

/** How the child is started: the memory limit is the kernel's where `prlimit` can be had. */
export interface RendererCommand {
  command: string;
  /** Path of `prlimit`; absent: only the Go runtime's own soft limit holds. */
  prlimit?: string;
}

/**
 * One renderer process and its pipe: a line in, a line out, one at a time.
 * Once it has failed a request it is dead and must be replaced.
 */
export class RendererChild {
  private readonly child: ChildProcess;
  private readonly command: string;
  private readonly limits: RendererLimits;
  private stderr = '';
  private chunks: Buffer[] = [];
  private received = 0;
  private waiting?: {
    resolve(line: string): void;
    reject(error: RenderError): void;
  };
  private dead = false;

  constructor(options: RendererCommand & { limits: RendererLimits }) {
    this.command = options.command;
    this.limits = options.limits;
    const { memoryBytes, outputBytes, timeMs } = options.limits;
    const renderer = [
      options.command,
      `-timeout=${timeMs}ms`,
      `-memory=${memoryBytes}`,
      `-output=${outputBytes}`,
    ];
    // Where the renderer's own watch fails, the kernel and our timer do not:
    // Go needs room beside its heap.
    const [file, ...args] = options.prlimit
      ? [options.prlimit, `--data=${memoryBytes * 3}`, '--core=0', ...renderer]
      : renderer;
    // Nothing of the portal's environment reaches a chart.
    this.child = spawn(file, args, {
      env: { GOMEMLIMIT: `${memoryBytes}` },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child.stdout!.on('data', chunk => this.onData(chunk));
    this.child.stderr!.on('data', chunk => {
      this.stderr = `${this.stderr}${chunk}`.slice(0, 4_096);
    });
    this.child.stdin!.on('error', () => {}); // the exit says it better
    this.child.on('error', cause =>
      this.fail(this.cannotStart(cause.message, cause)),
    );
    this.child.on('close', (code, signal) => this.onClose(code, signal));
    this.hold(false);
  }

  get usable(): boolean {
    return !this.dead;
  }

  /** Sends one line and waits for the line that answers it. */
  async ask(line: string): Promise<string> {
    this.hold(true);
    const timer = setTimeout(
      () =>
        this.fail(
          new RenderError(
            `The chart took longer than ${
              this.limits.timeMs / 1000
            } s to render and was stopped. Look for a loop or a recursive include.`,
            { kind: 'limit' },
          ),
        ),
      this.limits.timeMs + GRACE_MS,
    );
    try {
      return await new Promise<string>((resolve, reject) => {
        this.waiting = { resolve, reject };
        this.child.stdin!.write(`${line}\n`);
      });
    } finally {
      clearTimeout(timer);
      this.waiting = undefined;
      this.hold(false);
    }
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const closed = new Promise(resolve => this.child.once('close', resolve));
    this.dead = true;
    this.hold(true); // or a program with nothing else to do ends while it waits here
    this.child.kill('SIGKILL');
    await closed;
  }

  /** An idle child must not keep the program alive. */
  private hold(on: boolean) {
    const { stdin, stdout, stderr } = this.child;
    for (const part of [this.child, stdin, stdout, stderr]) {
      const handle = part as Pick<Socket, 'ref' | 'unref'> | null;
      if (on) handle?.ref?.();
      else handle?.unref?.();
    }
  }

  private onData(chunk: Buffer) {
    this.received += chunk.byteLength;
    if (this.received > this.limits.outputBytes * ANSWER_OVERHEAD + 65_536) {
      this.fail(
        new RenderError(
          `The chart renders to more than ${this.limits.outputBytes} bytes and was stopped.`,
          { kind: 'limit' },
        ),
      );
      return;
    }
    this.chunks.push(chunk);
    if (chunk[chunk.byteLength - 1] !== 0x0a) return;
    const line = Buffer.concat(this.chunks).toString('utf8');
    this.chunks = [];
    this.received = 0;
    this.waiting?.resolve(line);
  }

  private onClose(code: number | null, signal: NodeJS.Signals | null) {
    this.fail(this.causeOfDeath(signal ?? `exit code ${code}`));
  }

  private causeOfDeath(end: string): RenderError {
    if (/out of memory|cannot allocate memory/.test(this.stderr)) {
      return new RenderError(
        `The chart needed more than ${this.limits.memoryBytes} bytes of memory to render and was stopped.`,
        { kind: 'limit' },
      );
    }
    const said = this.stderr.trim().split('\n')[0];
    if (/failed to execute/.test(said)) {
      return this.cannotStart(said);
    }
    return new RenderError(
      `The renderer ended (${end})${said ? `: ${said}` : ''}.`,
      { kind: 'unavailable' },
    );
  }

  private cannotStart(why: string, cause?: unknown): RenderError {
    return new RenderError(
      `The renderer "${this.command}" cannot be started: ${why}. Build it, or set orchestr8.renderer.command.`,
      { kind: 'unavailable', cause },
    );
  }

  private fail(error: RenderError) {
    this.dead = true;
    this.waiting?.reject(error);
    this.child.kill('SIGKILL');
  }
}
