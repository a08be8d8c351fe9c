import { useCallback, useEffect, useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Environment,
  Observation,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { Reloadable, useLoadable } from '../../primitives/useLoadable';
import { StreamState, useStream } from '../../primitives/useStream';

/** An environment of the path, and the module as seen there, if it was. */
export interface EnvironmentRow {
  environment: Environment;
  observation?: Observation;
}

/** The module in every environment, in the order of the path, kept live. */
export function useEnvironments(module: string): {
  rows: Reloadable<EnvironmentRow[]>;
  /** The path is known, but not what runs there. */
  partial?: Error;
  live: StreamState;
} {
  const api = useApi(orchestr8ApiRef);
  const environments = useLoadable(
    useCallback(() => api.listEnvironments(), [api]),
  );
  const first = useLoadable(
    useCallback(() => api.listObservations(module), [api, module]),
  );
  const [seen, setSeen] = useState<Record<string, Observation>>({});
  useEffect(() => setSeen({}), [module]);

  const live = useStream(
    useCallback(
      (signal: AbortSignal) => api.watchObservations(module, { signal }),
      [api, module],
    ),
    {
      onItem: observation =>
        setSeen(before => ({
          ...before,
          [observation.environment]: observation,
        })),
    },
  );

  const rows = useMemo((): Reloadable<EnvironmentRow[]> => {
    const reload = () => {
      environments.reload();
      first.reload();
    };
    if (environments.status === 'failed') return { ...environments, reload };
    if (first.status === 'failed' && isForbidden(first.error)) {
      return { ...first, reload };
    }
    if (environments.status === 'loading' || first.status === 'loading') {
      return { status: 'loading', reload };
    }
    const loaded = first.status === 'ready' ? first.value : [];
    return {
      status: 'ready',
      reload,
      value: environments.value.map(environment => ({
        environment,
        observation:
          seen[environment.name] ??
          loaded.find(item => item.environment === environment.name),
      })),
    };
  }, [environments, first, seen]);

  return {
    rows,
    partial:
      first.status === 'failed' && !isForbidden(first.error)
        ? first.error
        : undefined,
    live,
  };
}

function isForbidden(error: Error): boolean {
  return error.name === 'NotAllowedError';
}
