import { useCallback, useEffect, useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { ApprovalRequest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { Reloadable, useLoadable } from '../../primitives/useLoadable';
import { useVisible } from '../../primitives/useVisible';
import { isOpen } from './ApprovalState';

const LIMIT = 10;

/** The newest requests of a module, open ones first; asked for again when the reader comes back to the page. */
export function useApprovals(module: string): Reloadable<ApprovalRequest[]> {
  const api = useApi(orchestr8ApiRef);
  const approvals = useLoadable(
    useCallback(async () => {
      const all = await api.listApprovals({ module, limit: LIMIT });
      return [
        ...all.filter(({ state }) => isOpen(state)),
        ...all.filter(({ state }) => !isOpen(state)),
      ];
    }, [api, module]),
  );
  const visible = useVisible();
  const was = useRef(visible);
  const { reload } = approvals;
  useEffect(() => {
    if (visible && !was.current) reload();
    was.current = visible;
  }, [visible, reload]);
  return approvals;
}
