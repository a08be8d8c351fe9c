/** The port of the renderer: Helm's own engine and upstream's Pod Security checks behind a pipe (design decision 1). */
export interface Renderer {
  /** Rejects with a `RenderError` whose `file`, `line` and `column` point into the chart where known. */
  render(request: RenderRequest): Promise<RenderResult>;
  /** Verdicts of Pod Security admission on one Pod template; empty when allowed. */
  judge(request: PodSecurityRequest): Promise<PodSecurityFinding[]>;
  close(): Promise<void>;
}

export interface RenderRequest {
  /** Path inside the chart → bytes. */
  chart: ReadonlyMap<string, Uint8Array>;
  values: Record<string, unknown>;
  release: string;
  namespace: string;
  upgrade: boolean;
  /** As the target cluster reports them; absent offline. */
  capabilities?: { kubeVersion: string; apiVersions: string[] };
  /** Also says where each line of the output is written; it takes a second rendering. */
  origins?: boolean;
}

/** Where a line of rendered text is written; `line` is 0 where that is not known. */
export interface LineOrigin {
  /** Path inside the chart. */
  file: string;
  line: number;
}

export interface RenderResult {
  /** Template path (as Helm names it, `chart/templates/x.yaml`) → text; hooks included, NOTES and empty output left out. */
  rendered: Record<string, string>;
  /** Files of `crds/`. */
  crds: Record<string, string>;
  notes?: string;
  /** By template, the origin of each line; a text whose lines cannot be told apart is left out. */
  origins?: Record<string, LineOrigin[]>;
}

export interface PodSecurityRequest {
  level: 'privileged' | 'baseline' | 'restricted';
  /** `latest` or `v1.36`. */
  version: string;
  metadata: Record<string, unknown>;
  spec: Record<string, unknown>;
}

export interface PodSecurityFinding {
  reason: string;
  detail: string;
}

/** A chart that does not render. `kind` tells a hostile or runaway chart from a faulty one. */
export class RenderError extends Error {
  readonly kind: 'chart' | 'values' | 'limit' | 'unavailable';
  /** Path inside the chart. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;

  constructor(
    message: string,
    details: {
      kind: RenderError['kind'];
      file?: string;
      line?: number;
      column?: number;
      cause?: unknown;
    },
  ) {
    super(message, { cause: details.cause });
    this.name = 'RenderError';
    this.kind = details.kind;
    this.file = details.file;
    this.line = details.line;
    this.column = details.column;
  }
}
