import { ObjectRef } from '@orchestr8/backstage-plugin-orchestr8-common';

/** What kind of failure it was, for those who must choose what to do. */
export type ClusterErrorReason =
  | 'unreachable'
  | 'unauthorized'
  | 'other-cluster'
  | 'forbidden'
  | 'conflict'
  | 'invalid'
  | 'quota'
  | 'not-found'
  | 'timeout'
  | 'throttled'
  | 'server';

/** A failed call to a cluster. The message names cluster, object and cause, and carries no credential. */
export class ClusterError extends Error {
  readonly cluster: string;
  readonly reason: ClusterErrorReason;
  readonly status?: number;
  readonly object?: ObjectRef;
  /** Field manager and fields of an apply conflict. */
  readonly conflicts?: { manager: string; field: string }[];
  /** Seconds, from the server's `Retry-After`. */
  readonly retryAfter?: number;

  constructor(
    message: string,
    details: {
      cluster: string;
      reason: ClusterErrorReason;
      status?: number;
      object?: ObjectRef;
      conflicts?: { manager: string; field: string }[];
      retryAfter?: number;
      cause?: unknown;
    },
  ) {
    super(message, { cause: details.cause });
    this.name = 'ClusterError';
    this.cluster = details.cluster;
    this.reason = details.reason;
    this.status = details.status;
    this.object = details.object;
    this.conflicts = details.conflicts;
    this.retryAfter = details.retryAfter;
  }

  /** Trying again may help: nothing says that the request itself was wrong. */
  get retryable(): boolean {
    return ['unreachable', 'timeout', 'throttled', 'server'].includes(
      this.reason,
    );
  }
}
