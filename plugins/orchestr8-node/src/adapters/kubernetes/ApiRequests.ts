import { ObjectRef } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Dispatcher, request } from 'undici';
import {
  ApiStatus,
  classifyNetworkFailure,
  classifyStatus,
  RequestSubject,
} from './classifyFailure';
import { chunksOf } from './chunksOf';
import { KubeConnection, RequestAccess } from './KubeConnection';
import { withRetries } from './withRetries';

/** One request to the API server. */
export interface ApiRequest {
  method?: 'GET' | 'PATCH' | 'DELETE' | 'POST';
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  accept?: string;
  body?: { type: string; json: unknown };
  signal?: AbortSignal;
  /** Further headers, such as those of impersonation. */
  headers?: Record<string, string | string[]>;
  /** For the words of an error. */
  verb: string;
  object?: ObjectRef;
}

/** Milliseconds until the answer must have begun. */
const ANSWER_TIMEOUT = 30_000;

/** Plain JSON over HTTP to one API server: nothing is parsed into models, so nothing is lost. */
export class ApiRequests {
  constructor(
    private readonly cluster: string,
    private readonly connection: KubeConnection,
    /** Rejects when it is not the cluster that is meant. */
    private readonly verify: (access: RequestAccess) => Promise<void> = () =>
      Promise.resolve(),
  ) {}

  /** Whole answers; retries what may succeed the next time. Rejects with a `ClusterError`, or the signal's reason. */
  async json<T>(
    asked: ApiRequest,
    options: { attempts?: number } = {},
  ): Promise<{ body: T; warnings: string[] }> {
    return withRetries(
      async () => {
        const { answer, subject } = await this.send(asked, ANSWER_TIMEOUT);
        try {
          const text = await answer.body.text();
          return {
            body: JSON.parse(text) as T,
            warnings: warningsOf(answer.headers.warning),
          };
        } catch (error) {
          if (asked.signal?.aborted) throw asked.signal.reason;
          throw classifyNetworkFailure(subject, error);
        }
      },
      { signal: asked.signal, attempts: options.attempts },
    );
  }

  /**
   * Resolves once the answer has begun; then the bytes as they come, for as
   * long as they come. `silence` is how long (milliseconds) nothing may come
   * before it counts as broken; 0 is for ever.
   */
  async open(
    asked: ApiRequest,
    options: { silence: number },
  ): Promise<AsyncGenerator<Uint8Array>> {
    const { answer, subject } = await this.send(asked, options.silence);
    return chunksOf(answer.body, error => {
      const { signal } = asked;
      return signal?.aborted
        ? signal.reason
        : classifyNetworkFailure(subject, error);
    });
  }

  private async send(
    asked: ApiRequest,
    bodyTimeout: number,
  ): Promise<{ answer: Dispatcher.ResponseData; subject: RequestSubject }> {
    asked.signal?.throwIfAborted();
    const access = await this.connection.access();
    const subject: RequestSubject = {
      cluster: this.cluster,
      server: access.server,
      object: asked.object,
      verb: asked.verb,
    };
    let answer = await this.exchange(asked, { access, subject, bodyTimeout });
    if (answer.statusCode === 401) {
      const body = await statusOf(answer);
      const fresh = await this.connection.renewed(access);
      if (!fresh) throw classifyStatus(subject, 401, { body });
      const by = { access: fresh, subject, bodyTimeout };
      answer = await this.exchange(asked, by);
    }
    if (answer.statusCode < 300) return { answer, subject };
    const body = await statusOf(answer);
    throw classifyStatus(subject, answer.statusCode, {
      body,
      retryAfter: Number(answer.headers['retry-after']) || undefined,
    });
  }

  private async exchange(
    asked: ApiRequest,
    by: { access: RequestAccess; subject: RequestSubject; bodyTimeout: number },
  ): Promise<Dispatcher.ResponseData> {
    const { access, subject, bodyTimeout } = by;
    await this.verify(access);
    try {
      return await request(urlOf(access, asked), {
        dispatcher: access.dispatcher,
        method: asked.method ?? 'GET',
        headers: {
          accept: asked.accept ?? 'application/json',
          'user-agent': 'orchestr8',
          ...(asked.body ? { 'content-type': asked.body.type } : {}),
          ...access.headers,
          ...asked.headers,
        },
        body: asked.body ? JSON.stringify(asked.body.json) : undefined,
        signal: asked.signal,
        headersTimeout: ANSWER_TIMEOUT,
        bodyTimeout,
      });
    } catch (error) {
      if (asked.signal?.aborted) throw asked.signal.reason;
      throw classifyNetworkFailure(subject, error);
    }
  }
}

function urlOf(access: RequestAccess, asked: ApiRequest): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(asked.query ?? {})) {
    if (value !== undefined) query.set(key, String(value));
  }
  const text = query.toString();
  return `${access.server}${asked.path}${text ? `?${text}` : ''}`;
}

async function statusOf(answer: Dispatcher.ResponseData): Promise<ApiStatus> {
  const text = await answer.body.text().catch(() => '');
  try {
    return JSON.parse(text) as ApiStatus;
  } catch {
    return { message: text.slice(0, 500) };
  }
}

/** Texts of `Warning: 299 - "…"` headers. */
export function warningsOf(header: string | string[] | undefined): string[] {
  const texts: string[] = [];
  for (const value of [header ?? []].flat()) {
    for (const match of value.matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)) {
      texts.push(match[1].replace(/\\(.)/g, '$1'));
    }
  }
  return [...new Set(texts)];
}
