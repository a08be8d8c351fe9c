import {
  Environment,
  LogLine,
  namespaceOf,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  ClusterError,
  demandSource,
  matcherOf,
  streamLogs,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { ProblemError } from '../router/ProblemError';
import { Clusters } from './Clusters';
import { LogCursor } from './LogCursor';

/** What of the logs is wanted. */
export interface LogRequest {
  /** Lines of all pods together; absent: all, where `since` or `after` says from when on. */
  tail?: number;
  /** RFC 3339. */
  since?: string;
  pod?: string;
  container?: string;
  /** A regular expression (RE2) that matches in the lines. */
  grep?: string;
  /** Cursor of the last lines that the reader has: what comes after them is wanted. */
  after?: string;
  previous: boolean;
  follow: boolean;
  signal: AbortSignal;
}

/** Lines that leave together, or words about the log itself. */
export type LogEntry =
  | { type: 'lines'; lines: LogLine[]; cursor: string }
  | {
      type: 'notice';
      message: string;
      /** Lines that are missing at this point. */
      dropped?: number;
    };

/** The logs of modules: all pods of the module's namespace, in the order of time. */
export class Logs {
  private readonly clusters: Clusters;

  constructor(clusters: Clusters) {
    this.clusters = clusters;
  }

  /**
   * Rejects with an InputError that names what there is, when a pod or a
   * container is asked for that is not there. Whoever comes back is let read
   * on, and so is who asks while the cluster does not answer.
   */
  async demandSource(
    module: string,
    environment: Environment,
    request: Pick<LogRequest, 'pod' | 'container' | 'after' | 'signal'>,
  ): Promise<void> {
    const { pod, container, after, signal } = request;
    if (after !== undefined) return;
    try {
      await demandSource({
        ...{ module, pod, container, signal },
        namespace: namespaceOf(environment, module),
        logs: this.clusters.logs(environment.cluster),
      });
    } catch (error) {
      if (!(error instanceof ClusterError) && !signal.aborted) throw error;
    }
  }

  /**
   * Ends when all is told, or `signal` aborts; a cluster that is lost on the way
   * is a notice. Throws an InputError at once for what cannot be read.
   */
  read(
    module: string,
    environment: Environment,
    request: LogRequest,
  ): AsyncGenerator<LogEntry> {
    matcherOf(request.grep);
    const cursor =
      request.after === undefined
        ? new LogCursor()
        : LogCursor.parse(request.after);
    if (!cursor) {
      throw new ProblemError(
        'InputError',
        `"${request.after}" is not a cursor of a log.`,
        { hint: 'Give back the id of the last event "lines", or none.' },
      );
    }
    return this.follow(module, { environment, request, cursor });
  }

  private async *follow(
    module: string,
    about: { environment: Environment; request: LogRequest; cursor: LogCursor },
  ): AsyncGenerator<LogEntry> {
    const { environment, cursor } = about;
    const { after, tail, ...request } = about.request;
    try {
      for await (const part of streamLogs({
        ...request,
        // Whoever comes back gets all that was written meanwhile.
        ...(after === undefined
          ? { tail }
          : { after: source => cursor.placeOf(source) }),
        module,
        namespace: namespaceOf(environment, module),
        logs: this.clusters.logs(environment.cluster),
      })) {
        if (part.type === 'notice') {
          yield part;
          continue;
        }
        cursor.tell(part.lines);
        const lines = part.lines.map(({ time, pod, container, text }) => ({
          time,
          pod,
          container,
          text,
        }));
        yield { type: 'lines', lines, cursor: cursor.toString() };
      }
    } catch (error) {
      if (request.signal.aborted) {
        return;
      }
      if (!(error instanceof ClusterError)) {
        throw error;
      }
      yield { type: 'notice', message: error.message };
    }
  }
}
