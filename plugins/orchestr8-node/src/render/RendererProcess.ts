import { existsSync } from 'node:fs';
import {
  LineOrigin,
  PodSecurityFinding,
  PodSecurityRequest,
  Renderer,
  RenderError,
  RenderRequest,
  RenderResult,
} from './Renderer';
import { RendererChild, RendererLimits } from './RendererChild';
import { RendererFault, renderErrorOf } from './renderErrorOf';

const DEFAULT_LIMITS: RendererLimits = {
  timeMs: 10_000,
  outputBytes: 16 * 1024 * 1024,
  memoryBytes: 512 * 1024 * 1024,
};

interface Answer {
  id: number;
  rendered?: Record<string, string>;
  crds?: Record<string, string>;
  notes?: string;
  origins?: Record<string, LineOrigin[]>;
  findings?: PodSecurityFinding[];
  error?: RendererFault;
}

/** What the renderer process is started with. */
export interface RendererProcessOptions {
  /** Path of the renderer binary. */
  command: string;
  limits?: Partial<RendererLimits>;
}

/**
 * The renderer behind a pipe: a child with an empty environment, started at
 * the first request, killed when a chart exceeds a limit, and started anew
 * for the next one. Requests are answered one after another.
 */
export class RendererProcess implements Renderer {
  private readonly command: string;
  private readonly limits: RendererLimits;
  private child?: RendererChild;
  private queue: Promise<unknown> = Promise.resolve();
  private lastId = 0;
  private closed = false;

  constructor(options: RendererProcessOptions) {
    this.command = options.command;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
  }

  async render(request: RenderRequest): Promise<RenderResult> {
    const { chart, ...rest } = request;
    const files = Object.fromEntries(
      [...chart].map(([path, bytes]) => [
        path,
        Buffer.from(bytes).toString('base64'),
      ]),
    );
    const answer = await this.ask({ render: { files, ...rest } });
    return {
      rendered: answer.rendered ?? {},
      crds: answer.crds ?? {},
      ...(answer.notes ? { notes: answer.notes } : {}),
      ...(answer.origins ? { origins: answer.origins } : {}),
    };
  }

  async judge(request: PodSecurityRequest): Promise<PodSecurityFinding[]> {
    return (await this.ask({ judge: request })).findings ?? [];
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.child?.close();
  }

  private ask(body: object): Promise<Answer> {
    const turn = this.queue.then(() => this.askNow(body));
    this.queue = turn.catch(() => {});
    return turn;
  }

  private async askNow(body: object): Promise<Answer> {
    if (this.closed) {
      throw new RenderError('The renderer has been closed.', {
        kind: 'unavailable',
      });
    }
    if (!this.child?.usable) {
      this.child = new RendererChild({
        command: this.command,
        prlimit: ['/usr/bin/prlimit', '/bin/prlimit'].find(existsSync),
        limits: this.limits,
      });
    }
    this.lastId += 1;
    const id = this.lastId;
    const line = await this.child.ask(JSON.stringify({ id, ...body }));
    const answer = JSON.parse(line) as Answer;
    if (answer.id !== id) {
      await this.child.close();
      throw new RenderError('The renderer answered another request.', {
        kind: 'unavailable',
      });
    }
    if (answer.error !== undefined) {
      // After a limit the renderer ends itself; do not race its end.
      if (answer.error.kind === 'limit') await this.child.close();
      throw renderErrorOf(answer.error);
    }
    return answer;
  }
}
