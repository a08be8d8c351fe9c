import {
  KubernetesObject,
  LogLine,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader } from '../../adapters/Cluster';

/** Which lines of which containers. */
export interface LogQuery {
  cluster: ClusterReader;
  namespace: string;
  module: string;
  /** How many of the newest lines of all pods together; 200. */
  tail?: number;
  /** Goes on with what is written from now on. */
  follow?: boolean;
  /** ISO 8601: nothing before. */
  since?: string;
  /** Only containers of this name. */
  container?: string;
  /** Only this pod. */
  pod?: string;
  /** What the containers before their last restart wrote. */
  previous?: boolean;
  /** Only lines in which this regular expression matches. */
  grep?: string;
  signal: AbortSignal;
}

/** A line, or a word about the log itself. */
export type LogEntry = LogLine | { notice: string };

/** One container of one pod. */
export interface LogSource {
  namespace: string;
  pod: string;
  container: string;
}

/** The containers of a pod that the query means; those that run before the others first. */
export function sourcesOf(
  pod: KubernetesObject,
  query: Pick<LogQuery, 'container' | 'pod'>,
): LogSource[] {
  if (query.pod && pod.metadata.name !== query.pod) return [];
  const containers = [
    ...(pod.spec?.initContainers ?? []),
    ...(pod.spec?.containers ?? []),
  ] as { name: string }[];
  return containers
    .filter(({ name }) => !query.container || name === query.container)
    .map(({ name }) => ({
      namespace: pod.metadata.namespace!,
      pod: pod.metadata.name,
      container: name,
    }));
}
