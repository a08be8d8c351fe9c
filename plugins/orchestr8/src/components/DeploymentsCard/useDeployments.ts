import { useCallback, useEffect, useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Deployment } from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { Reloadable, useLoadable } from '../../primitives/useLoadable';
import { useObservations } from '../useObservations';

const LIMIT = 50;

/** The last deployments of a module, newest first; asked for again when one moves. */
export function useDeployments(module: string): Reloadable<Deployment[]> {
  const api = useApi(orchestr8ApiRef);
  const deployments = useLoadable(
    useCallback(
      () => api.listDeployments(module, { limit: LIMIT }),
      [api, module],
    ),
  );
  const seen = useRef(new Map<string, string>());
  const { byEnvironment } = useObservations(module);
  const { reload } = deployments;
  useEffect(() => {
    for (const { environment, lastDeployment } of byEnvironment.values()) {
      if (!lastDeployment) continue;
      const mark = `${lastDeployment.id} ${lastDeployment.state}`;
      const before = seen.current.get(environment);
      seen.current.set(environment, mark);
      if (before !== undefined && before !== mark) reload();
    }
  }, [byEnvironment, reload]);
  return deployments;
}
