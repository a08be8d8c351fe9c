import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Deployment,
  isTerminal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { Reloadable, useLoadable } from '../../primitives/useLoadable';
import { StreamState } from '../../primitives/keepReading';
import { useStream } from '../../primitives/useStream';

/** A deployment as it goes on; the stream resumes after the last event seen. */
export function useDeployment(id: string): {
  deployment: Reloadable<Deployment>;
  live: StreamState;
} {
  const api = useApi(orchestr8ApiRef);
  const first = useLoadable(
    useCallback(() => api.getDeployment(id), [api, id]),
  );
  const [latest, setLatest] = useState<Deployment>();
  const cursor = useRef<number>();
  useEffect(() => {
    setLatest(undefined);
    cursor.current = undefined;
  }, [id]);

  const open = useCallback(
    (signal: AbortSignal) =>
      api.watchDeployment(id, { signal, after: cursor.current }),
    [api, id],
  );
  const over =
    first.status === 'failed' ||
    (first.status === 'ready' && isTerminal(first.value.state));
  const live = useStream(over ? undefined : open, {
    onItem: ({ sequence, deployment }) => {
      cursor.current = sequence;
      setLatest(deployment);
    },
    isComplete: () => latest !== undefined && isTerminal(latest.state),
  });

  return {
    deployment:
      latest?.id === id
        ? { status: 'ready', value: latest, reload: first.reload }
        : first,
    live,
  };
}
