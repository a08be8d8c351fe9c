import {
  Environment,
  LogLine,
  namespaceOf,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  ClusterError,
  matcherOf,
  streamLogs,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { ProblemError } from '../router/ProblemError';
import { Clusters } from './Clusters';
import { LogCursor } from './LogCursor';

/** Lines that were written while a reader was away, at most. */
const MOST_MISSED = 10_000;

/** What of the logs is wanted. */
export interface LogRequest {
  /** Lines of all pods together. */
  tail: number;
  /** RFC 3339. */
  since?: string;
  pod?: string;
  container?: string;
  /** A regular expression (RE2) that matches in the lines. */
  grep?: string;
  /** Cursor of the last line that the reader has. */
  after?: string;
  previous: boolean;
  follow: boolean;
  signal: AbortSignal;
}

/** A line, or words about the log itself. */
export type LogEntry =
  | { type: 'line'; line: LogLine; cursor: string }
  | { type: 'notice'; message: string };

/** The logs of modules: all pods of the module's namespace, in the order of time. */
export class Logs {
  private readonly clusters: Clusters;

  constructor(clusters: Clusters) {
    this.clusters = clusters;
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
        { hint: 'Give back the id of the last event "line", or none.' },
      );
    }
    return this.follow(module, { environment, request, cursor });
  }

  private async *follow(
    module: string,
    about: { environment: Environment; request: LogRequest; cursor: LogCursor },
  ): AsyncGenerator<LogEntry> {
    const { environment, cursor } = about;
    const { after, ...request } = about.request;
    const query =
      after === undefined
        ? request
        : { ...request, tail: MOST_MISSED, since: cursor.since };
    let missed = 0;
    try {
      for await (const entry of streamLogs({
        ...query,
        module,
        namespace: namespaceOf(environment, module),
        cluster: this.clusters.get(environment.cluster),
      })) {
        if ('notice' in entry) {
          yield { type: 'notice', message: entry.notice };
        } else if (cursor.tell(entry)) {
          yield { type: 'line', line: entry, cursor: cursor.toString() };
        }
        missed += 1;
        if (after !== undefined && missed === MOST_MISSED) {
          yield {
            type: 'notice',
            message: `More than ${MOST_MISSED} lines were written meanwhile: some may be left out.`,
          };
        }
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
