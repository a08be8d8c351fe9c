import { existsSync } from 'node:fs';
import { LineOrigin, PodSecurityFinding, RenderError } from './Renderer';
import { RendererChild, RendererLimits } from './RendererChild';
import { RendererFault, renderErrorOf } from './renderErrorOf';

/** What the renderer process answers. */
export interface RendererAnswer {
  id: number;
  rendered?: Record<string, string>;
  crds?: Record<string, string>;
  notes?: string;
  origins?: Record<string, LineOrigin[]>;
  findings?: PodSecurityFinding[];
  error?: RendererFault;
}

/**
 * One renderer process after the other: requests are answered one at a time,
 * and after a chart that broke a limit the next one gets a new process.
 */
export class RendererLane {
  /** When the request that is being answered was taken, by the monotonic clock; `undefined` when idle. */
  busySince?: number;
  private child?: RendererChild;
  private lastId = 0;

  constructor(
    private readonly options: {
      /** Path of the binary; asked for whenever a process is started. */
      command: () => Promise<string>;
      limits: RendererLimits;
    },
  ) {}

  /** @throws RenderError */
  async ask(body: object): Promise<RendererAnswer> {
    this.busySince = performance.now();
    try {
      return await this.askNow(body);
    } finally {
      this.busySince = undefined;
    }
  }

  async close(): Promise<void> {
    await this.child?.close();
  }

  private async askNow(body: object): Promise<RendererAnswer> {
    if (!this.child?.usable) {
      this.child = new RendererChild({
        command: await this.options.command(),
        limits: this.options.limits,
        prlimit: ['/usr/bin/prlimit', '/bin/prlimit'].find(existsSync),
      });
    }
    this.lastId += 1;
    const id = this.lastId;
    const line = await this.child.ask(JSON.stringify({ id, ...body }));
    const answer = JSON.parse(line) as RendererAnswer;
    if (answer.error !== undefined) {
      // After a limit the renderer ends itself; do not race its end.
      if (answer.error.kind === 'limit') await this.child.close();
      throw renderErrorOf(answer.error);
    }
    if (answer.id !== id) {
      await this.child.close();
      throw new RenderError('The renderer answered another request.', {
        kind: 'unavailable',
      });
    }
    return answer;
  }
}
