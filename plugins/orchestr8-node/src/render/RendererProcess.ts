import {
  PodSecurityFinding,
  PodSecurityRequest,
  Renderer,
  RenderError,
  RenderRequest,
  RenderResult,
} from './Renderer';
import { findRenderer, missingRenderer } from './findRenderer';
import { RendererLimits } from './RendererChild';
import { RendererAnswer, RendererLane } from './RendererLane';

const DEFAULT_LIMITS: RendererLimits = {
  timeMs: 10_000,
  outputBytes: 16 * 1024 * 1024,
  memoryBytes: 512 * 1024 * 1024,
};
/** Requests take about a millisecond: one process serves them all, until one of them hangs. */
const LANES = 3;
const PATIENCE_MS = 250;

/** What the renderer process is started with. */
export interface RendererProcessOptions {
  /** Path of the renderer binary; absent: the one that `findRenderer` finds at the first request. */
  command?: string;
  limits?: Partial<RendererLimits>;
}

interface Waiting {
  body: object;
  resolve(answer: RendererAnswer): void;
  reject(error: unknown): void;
}

/**
 * The renderer behind a pipe: a child with an empty environment, started at
 * the first request, killed when a chart exceeds a limit, and started anew
 * for the next one. Requests are answered in turn; while one takes long, the
 * others get a process beside it.
 */
export class RendererProcess implements Renderer {
  private readonly options: {
    command: () => Promise<string>;
    limits: RendererLimits;
  };
  private readonly lanes: RendererLane[] = [];
  private readonly waiting: Waiting[] = [];
  private patience?: NodeJS.Timeout;
  private closed = false;

  constructor(options: RendererProcessOptions) {
    const { command } = options;
    this.options = {
      command: async () => {
        const path = command || (await findRenderer());
        if (!path) throw missingRenderer();
        return path;
      },
      limits: { ...DEFAULT_LIMITS, ...options.limits },
    };
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
    clearTimeout(this.patience);
    for (const { reject } of this.waiting.splice(0)) reject(closedError());
    await Promise.all(this.lanes.map(lane => lane.close()));
  }

  private ask(body: object): Promise<RendererAnswer> {
    if (this.closed) return Promise.reject(closedError());
    return new Promise((resolve, reject) => {
      this.waiting.push({ body, resolve, reject });
      this.dispatch();
    });
  }

  private dispatch() {
    while (this.waiting.length > 0) {
      const lane = this.freeLane();
      if (!lane) return;
      const { body, resolve, reject } = this.waiting.shift()!;
      lane
        .ask(body)
        .then(resolve, reject)
        .finally(() => this.dispatch());
    }
  }

  private freeLane(): RendererLane | undefined {
    const free = this.lanes.find(({ busySince }) => busySince === undefined);
    if (free || this.lanes.length === LANES) return free;
    const youngest = Math.max(
      ...this.lanes.map(({ busySince }) => busySince ?? -Infinity),
    );
    const wait = youngest + PATIENCE_MS - performance.now();
    if (wait > 0) {
      clearTimeout(this.patience);
      this.patience = setTimeout(() => this.dispatch(), Math.ceil(wait));
      return undefined;
    }
    const lane = new RendererLane(this.options);
    this.lanes.push(lane);
    return lane;
  }
}

function closedError(): RenderError {
  return new RenderError('The renderer has been closed.', {
    kind: 'unavailable',
  });
}
