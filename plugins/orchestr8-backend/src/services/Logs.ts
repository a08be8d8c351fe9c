import {
  Environment,
  LogLine,
  namespaceOf,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  ClusterError,
  streamLogs,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { Clusters } from './Clusters';

/** What of the logs is wanted. */
export interface LogRequest {
  /** Lines of all pods together. */
  tail: number;
  /** RFC 3339. */
  since?: string;
  container?: string;
  /** Plain text that the lines contain. */
  grep?: string;
  previous: boolean;
  follow: boolean;
  signal: AbortSignal;
}

/** A line, or words about the log itself. */
export type LogEntry =
  | { type: 'line'; line: LogLine }
  | { type: 'notice'; message: string };

/** The logs of modules: all pods of the module's namespace, in the order of time. */
export class Logs {
  private readonly clusters: Clusters;

  constructor(clusters: Clusters) {
    this.clusters = clusters;
  }

  /** Ends when all is told, or `signal` aborts; a cluster that is lost on the way is a notice. */
  async *read(
    module: string,
    environment: Environment,
    request: LogRequest,
  ): AsyncGenerator<LogEntry> {
    const { grep, ...query } = request;
    try {
      for await (const entry of streamLogs({
        ...query,
        // Plain text: a pattern of the reader's could keep the portal busy for ever.
        ...(grep ? { grep: grep.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') } : {}),
        module,
        namespace: namespaceOf(environment, module),
        cluster: this.clusters.get(environment.cluster),
      })) {
        yield 'notice' in entry
          ? { type: 'notice', message: entry.notice }
          : { type: 'line', line: entry };
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
