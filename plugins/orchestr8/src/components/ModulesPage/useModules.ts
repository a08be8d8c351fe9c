import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { ModuleSummary } from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { Reloadable, useLoadable } from '../../primitives/useLoadable';

/** Every module, and the names of the environments in the order of the path. */
export interface Modules {
  modules: ModuleSummary[];
  environments: string[];
}

/** All modules that the signed-in person may see. */
export function useModules(): Reloadable<Modules> {
  const api = useApi(orchestr8ApiRef);
  return useLoadable(
    useCallback(async () => {
      const [modules, environments] = await Promise.all([
        api.listModules(),
        api.listEnvironments(),
      ]);
      return { modules, environments: environments.map(({ name }) => name) };
    }, [api]),
  );
}
