import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { ApprovalRequest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { Reloadable, useLoadable } from '../../primitives/useLoadable';
import { useStream } from '../../primitives/useStream';
import { isOpen } from './ApprovalState';

/**
 * The newest request for the approval of a plan, kept live; `undefined`: nobody asked.
 *
 * @param onStanding - Told how it stands, at first and whenever that changes.
 */
export function useApproval(
  plan: string,
  onStanding: (request: ApprovalRequest) => void,
): {
  request: Reloadable<ApprovalRequest | undefined>;
  /** Takes over what an answer of the reader's own came to. */
  set: (request: ApprovalRequest) => void;
} {
  const api = useApi(orchestr8ApiRef);
  const [latest, setLatest] = useState<ApprovalRequest>();
  const told = useRef(onStanding);
  told.current = onStanding;
  const first = useLoadable(
    useCallback(async () => {
      try {
        return await api.getApproval(plan);
      } catch (error) {
        if ((error as Error).name === 'NotFoundError') return undefined;
        throw error;
      }
    }, [api, plan]),
  );
  useEffect(() => setLatest(undefined), [plan]);

  const known = latest ?? (first.status === 'ready' ? first.value : undefined);
  const open = known !== undefined && isOpen(known.state);
  const watch = useCallback(
    (signal: AbortSignal) => api.watchApproval(plan, { signal }),
    [api, plan],
  );
  useStream(open ? watch : undefined, { onItem: setLatest });

  const standing = known && `${known.id} ${known.state}`;
  const newest = useRef(known);
  newest.current = known;
  useEffect(() => {
    if (standing && newest.current) told.current(newest.current);
  }, [standing]);

  return {
    request:
      first.status === 'ready' ? { ...first, value: known } : { ...first },
    set: setLatest,
  };
}
