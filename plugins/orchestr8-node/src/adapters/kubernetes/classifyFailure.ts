import {
  formatObjectRef,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { withoutValues } from '../../secrets/withoutValues';
import { ClusterError, ClusterErrorReason } from '../ClusterError';

/** `Status`, the API server's error document. */
export interface ApiStatus {
  message?: string;
  reason?: string;
  code?: number;
  details?: {
    retryAfterSeconds?: number;
    causes?: { reason?: string; message?: string; field?: string }[];
  };
}

/** What was being asked, for the words of an error. */
export interface RequestSubject {
  cluster: string;
  server: string;
  object?: ObjectRef;
  /** `read`, `apply`, `delete`, `list`, `watch`, `read the log of`. */
  verb: string;
}

/** An answer that is not a success, as an error. */
export function classifyStatus(
  subject: RequestSubject,
  status: number,
  answer: { body?: ApiStatus; retryAfter?: number },
): ClusterError {
  const body = answer.body ?? {};
  const reason = reasonOfStatus(status, body);
  const conflicts = conflictsOf(body);
  const what = subject.object ? formatObjectRef(subject.object) : 'objects';
  return new ClusterError(
    `The cluster "${subject.cluster}" did not ${
      subject.verb
    } ${what}: ${wordsOf(subject, status, body)}`,
    {
      cluster: subject.cluster,
      reason,
      status,
      object: subject.object,
      conflicts: conflicts.length ? conflicts : undefined,
      retryAfter: answer.retryAfter ?? body.details?.retryAfterSeconds,
    },
  );
}

/** A request that got no answer, as an error. */
export function classifyNetworkFailure(
  subject: RequestSubject,
  error: unknown,
): ClusterError {
  const { code, text } = networkReason(error);
  const timedOut =
    code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'TimeoutError';
  return new ClusterError(
    `The cluster "${subject.cluster}" at ${subject.server} cannot be reached: ${text}`,
    {
      cluster: subject.cluster,
      reason: timedOut ? 'timeout' : 'unreachable',
      object: subject.object,
      cause: error,
    },
  );
}

/** What does not fit the schema is a 500 in server-side apply. */
const MISFIT =
  /^failed to (?:create typed patch object|convert new object) \([^)]*\)(?: to proper version)?: /;

function reasonOfStatus(status: number, body: ApiStatus): ClusterErrorReason {
  if (status === 401) return 'unauthorized';
  if (status === 403) {
    return /exceeded quota/.test(body.message ?? '') ? 'quota' : 'forbidden';
  }
  if (status === 404 || status === 410) return 'not-found';
  if (status === 409) return 'conflict';
  if (status === 408 || status === 504) return 'timeout';
  if (status === 429) return 'throttled';
  if (MISFIT.test(body.message ?? '')) return 'invalid';
  if (status >= 500) return 'server';
  return 'invalid';
}

function conflictsOf(body: ApiStatus): { manager: string; field: string }[] {
  return (body.details?.causes ?? [])
    .filter(cause => cause.reason === 'FieldManagerConflict')
    .map(cause => ({
      manager: /conflict with "([^"]+)"/.exec(cause.message ?? '')?.[1] ?? '?',
      field: (cause.field ?? '?').replace(/^\./, ''),
    }));
}

/** The server's own words without the values that they quote; of a Secret only the fields. */
function wordsOf(
  subject: RequestSubject,
  status: number,
  body: ApiStatus,
): string {
  const { message = '', reason, details } = body;
  if (subject.object?.kind === 'Secret' && status !== 409) {
    const fields = (details?.causes ?? []).flatMap(c => c.field ?? []);
    const named = fields.length ? ` (fields ${fields.join(', ')})` : '';
    if (/illegal base64/.test(message)) return 'its data is not base64';
    if (MISFIT.test(message)) return 'it does not fit the schema of a Secret';
    return `${reason ?? status}${named}`;
  }
  const conflicts = conflictsOf(body);
  if (conflicts.length) {
    return conflicts
      .map(c => `field ${c.field} is managed by "${c.manager}"`)
      .join('; ');
  }
  return withoutValues(message.replace(MISFIT, '').trim()) || `HTTP ${status}`;
}

const NETWORK_WORDS: Record<string, string> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  ETIMEDOUT: 'no answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped',
  TimeoutError: 'no answer in time',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no route to the network',
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name cannot be looked up now',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its certificate is not trusted; give its authority in the kubeconfig',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate is not trusted; give its authority in the kubeconfig',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its certificate is not trusted; give its authority in the kubeconfig',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name',
};

function networkReason(error: unknown): { code?: string; text: string } {
  for (let at = error, depth = 0; at && depth < 5; depth++) {
    const { code, name, cause, errors } = at as {
      code?: string;
      name?: string;
      cause?: unknown;
      errors?: unknown[];
    };
    const key = [code, name].find(k => k !== undefined && k in NETWORK_WORDS);
    if (key) return { code: key, text: NETWORK_WORDS[key] };
    at = cause ?? errors?.[0];
  }
  const message = error instanceof Error ? error.message : String(error);
  return { text: message };
}
