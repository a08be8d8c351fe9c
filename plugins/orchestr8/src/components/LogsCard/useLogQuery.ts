import { useCallback, useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { LogQuery } from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { useLoadable } from '../../primitives/useLoadable';
import { useObservations } from '../useObservations';

/** How far back the log is read: so many lines of all pods together, or all of so many minutes. */
export type Reach = { lines: number } | { minutes: number };

/** What the reader asks of the logs. */
export interface Question {
  /** Absent: all pods. */
  pod?: string;
  /** Absent: all containers. */
  container?: string;
  reach: Reach;
  follow: boolean;
  /** Logs from before the last restart; they have an end, so they cannot be followed. */
  previous: boolean;
}

const FIRST: Question = {
  reach: { lines: 500 },
  follow: true,
  previous: false,
};

/** The question about the logs of an environment, and which pods and containers there are. */
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
  const pods = useMemo(
    () => (observation?.pods ?? []).map(({ name }) => name).sort(),
    [observation],
  );
  const containers = useMemo(
    () => [...new Set(observation?.pods.flatMap(pod => pod.containers))],
    [observation],
  );
  const query = useMemo(
    () => queryOf(environment, question),
    [environment, question],
  );
  return {
    query,
    question,
    setQuestion,
    pods,
    containers,
    deployed: observation && Boolean(observation.deployed),
  };
}

function queryOf(environment: string, question: Question): LogQuery {
  const { pod, container, reach, follow, previous } = question;
  return {
    environment,
    ...('lines' in reach
      ? { tail: reach.lines }
      : { since: new Date(Date.now() - reach.minutes * 60_000).toISOString() }),
    pod,
    container,
    previous: previous || undefined,
    follow: (follow && !previous) || undefined,
  };
}

/** The command that reads the same. */
export function commandOf(
  module: string,
  environment: string,
  question: Question,
): string {
  const { pod, container, reach, follow, previous } = question;
  return [
    `o8 module logs ${module} --environment ${environment}`,
    'lines' in reach ? `--tail ${reach.lines}` : `--since ${reach.minutes}m`,
    pod && `--pod ${pod}`,
    container && `--container ${container}`,
    previous && '--previous',
    follow && !previous && '--follow',
  ]
    .filter(Boolean)
    .join(' ');
}
