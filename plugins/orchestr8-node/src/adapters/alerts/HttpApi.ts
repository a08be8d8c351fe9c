/** Milliseconds that an answer may take. */
const TIMEOUT = 5_000;

/** Where an HTTP API is, and what is said with each request (such as `authorization`). */
export interface HttpApiOptions {
  /** Its address, with the path under which it is served, if any. */
  url: string;
  headers?: Record<string, string>;
}

/** Reads JSON of one address. Errors never name headers. */
export class HttpApi {
  private readonly url: string;
  private readonly headers: Record<string, string>;

  constructor(options: HttpApiOptions) {
    this.url = options.url.replace(/\/+$/, '');
    this.headers = { ...options.headers, accept: 'application/json' };
  }

  /** Rejects, with the reason in words, for anything but an answer within five seconds. */
  async get(path: string, signal?: AbortSignal): Promise<unknown> {
    const timeout = AbortSignal.timeout(TIMEOUT);
    try {
      const response = await fetch(`${this.url}${path}`, {
        headers: this.headers,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        redirect: 'error',
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw new Error(`it answers with status ${response.status}`);
      }
      return await response.json();
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error });
    }
  }
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error & {
    cause?: { code?: string; message?: string };
  };
  if (name === 'TimeoutError') {
    return `no answer within ${TIMEOUT / 1000} seconds`;
  }
  if (name === 'SyntaxError') return 'what it answers is not JSON';
  if (cause?.code === 'ECONNREFUSED') return 'connection refused';
  return cause?.message ?? message;
}
