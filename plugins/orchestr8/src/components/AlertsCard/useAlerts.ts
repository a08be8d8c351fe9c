import { useCallback, useEffect } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alerts } from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { Reloadable, useLoadable } from '../../primitives/useLoadable';

/** How often Prometheus evaluates is its own affair; asking twice a minute is enough. */
const REFRESH_MS = 30_000;

/** The module's own alerts in an environment, asked for again twice a minute. */
export function useAlerts(
  module: string,
  environment: string,
): Reloadable<Alerts> {
  const api = useApi(orchestr8ApiRef);
  const alerts = useLoadable(
    useCallback(
      () => api.getAlerts(module, environment),
      [api, module, environment],
    ),
  );
  const { reload } = alerts;
  useEffect(() => {
    const timer = setInterval(reload, REFRESH_MS);
    return () => clearInterval(timer);
  }, [reload]);
  return alerts;
}
