import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Environment,
  Observation,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Observed } from '../../api/ObservationFeed';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { Reloadable, useLoadable } from '../../primitives/useLoadable';
import { useObservations } from '../useObservations';

/** An environment of the path, and the module as seen there, if it was. */
export interface EnvironmentRow {
  environment: Environment;
  observation?: Observation;
  /** The cluster has been asked, and has not answered yet. */
  awaited?: boolean;
}

/** The module in every environment, in the order of the path, kept live. */
export function useEnvironments(module: string): {
  rows: Reloadable<EnvironmentRow[]>;
  /** The path is known, but not what runs there. */
  partial?: Error;
  observed: Observed;
} {
  const api = useApi(orchestr8ApiRef);
  const environments = useLoadable(
    useCallback(() => api.listEnvironments(), [api]),
  );
  const first = useLoadable(
    useCallback(() => api.listObservations(module), [api, module]),
  );
  const observed = useObservations(module);
  const { byEnvironment } = observed;

  const rows = useMemo((): Reloadable<EnvironmentRow[]> => {
    const reload = () => {
      environments.reload();
      first.reload();
    };
    if (environments.status === 'failed') return { ...environments, reload };
    if (first.status === 'failed' && isForbidden(first.error)) {
      return { ...first, reload };
    }
    // One cluster that does not answer keeps nobody from seeing the others.
    const awaited = first.status === 'loading';
    if (
      environments.status === 'loading' ||
      (awaited && byEnvironment.size === 0)
    ) {
      return { status: 'loading', reload };
    }
    const loaded = first.status === 'ready' ? first.value : [];
    return {
      status: 'ready',
      reload,
      value: environments.value.map(environment => ({
        environment,
        awaited,
        observation:
          byEnvironment.get(environment.name) ??
          loaded.find(item => item.environment === environment.name),
      })),
    };
  }, [environments, first, byEnvironment]);

  return {
    rows,
    partial:
      first.status === 'failed' && !isForbidden(first.error)
        ? first.error
        : undefined,
    observed,
  };
}

function isForbidden(error: Error): boolean {
  return error.name === 'NotAllowedError';
}
