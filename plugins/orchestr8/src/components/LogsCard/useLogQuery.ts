import { useCallback, useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { LogQuery } from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { useLoadable } from '../../primitives/useLoadable';
import { useObservations } from '../useObservations';

/** What the reader asks of the logs. */
export interface Question {
  /** Absent: all containers. */
  container?: string;
  tail: number;
  follow: boolean;
  /** Logs from before the last restart; they have an end, so they cannot be followed. */
  previous: boolean;
}

const FIRST: Question = { tail: 500, follow: true, previous: false };

/** The question about the logs of an environment, and which containers there are. */
export function useLogQuery(module: string, environment: string) {
  const api = useApi(orchestr8ApiRef);
  const [question, setQuestion] = useState(FIRST);
  const seen = useLoadable(
    useCallback(
      async () =>
        (await api.listObservations(module)).find(
          one => one.environment === environment,
        ),
      [api, module, environment],
    ),
  );
  const { byEnvironment } = useObservations(module);
  const observation =
    byEnvironment.get(environment) ??
    (seen.status === 'ready' ? seen.value : undefined);
  const containers = useMemo(
    () => [...new Set(observation?.pods.flatMap(pod => pod.containers))],
    [observation],
  );
  const { container, tail, follow, previous } = question;
  const query = useMemo(
    (): LogQuery => ({
      environment,
      tail,
      container,
      previous: previous || undefined,
      follow: (follow && !previous) || undefined,
    }),
    [environment, container, tail, follow, previous],
  );
  return {
    query,
    question,
    setQuestion,
    containers,
    deployed: observation && Boolean(observation.deployed),
  };
}

/** The command that reads the same. */
export function commandOf(module: string, query: LogQuery): string {
  return [
    `o8 module logs ${module} --environment ${query.environment}`,
    query.tail !== undefined && `--tail ${query.tail}`,
    query.container && `--container ${query.container}`,
    query.previous && '--previous',
    query.follow && '--follow',
  ]
    .filter(Boolean)
    .join(' ');
}
