import { ApiError } from './ApiError';
import { StreamEvent, streamEvents } from './streamEvents';

/** How a client reaches the portal. @public */
export interface ApiConnection {
  /** Carries the caller's credentials. */
  fetch: typeof fetch;
  /** Base URL of the plugin, such as `http://localhost:7007/api/orchestr8`. */
  baseUrl(): Promise<string>;
}

/** Values of a query string; `undefined` is left out. @public */
export type Query = Record<string, string | number | boolean | undefined>;

/** JSON and event streams over an {@link ApiConnection}. @internal */
export class ApiTransport {
  constructor(private readonly connection: ApiConnection) {}

  /** Rejects with {@link ApiError}; a portal that cannot be reached is a `ServiceUnavailableError`. */
  async json<T>(
    path: string,
    options: { query?: Query; body?: unknown } = {},
  ): Promise<T> {
    const response = await this.send(path, {
      query: options.query,
      init:
        options.body === undefined
          ? {}
          : {
              method: 'POST',
              headers: { 'Content-Type': 'application/json' },
              body: JSON.stringify(options.body),
            },
    });
    return (await response.json()) as T;
  }

  /** Events until the server closes the stream or `signal` aborts, which ends it quietly. */
  async *events(
    path: string,
    options: { query?: Query; signal: AbortSignal },
  ): AsyncGenerator<StreamEvent> {
    const { query, signal } = options;
    try {
      const response = await this.send(path, {
        query,
        init: { headers: { Accept: 'text/event-stream' }, signal },
      });
      yield* streamEvents(response);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  private async send(
    path: string,
    options: { query?: Query; init: RequestInit },
  ): Promise<Response> {
    const base = await this.connection.baseUrl();
    const url = new URL(`${base}/v1${path}`);
    for (const [key, value] of Object.entries(options.query ?? {})) {
      if (value !== undefined) url.searchParams.set(key, String(value));
    }
    let response: Response;
    try {
      response = await this.connection.fetch(url.toString(), options.init);
    } catch (error) {
      if (options.init.signal?.aborted) throw error;
      throw new ApiError({
        type: 'about:blank',
        title: 'The portal cannot be reached',
        status: 503,
        name: 'ServiceUnavailableError',
        detail: `The portal at ${url.origin} cannot be reached: ${reasonOf(
          error,
        )}`,
        hint: 'Start it with "npm start", or check the address.',
      });
    }
    if (!response.ok) throw await ApiError.fromResponse(response);
    return response;
  }
}

/** The innermost reason; errors may come from another realm, so that `instanceof` tells nothing. */
function reasonOf(error: unknown): string {
  const { cause, message } = (error ?? {}) as {
    cause?: { message?: string; code?: string };
    message?: string;
  };
  return cause?.message || cause?.code || message || String(error);
}
