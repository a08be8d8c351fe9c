import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { DependencyTree } from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { Reloadable, useLoadable } from '../../primitives/useLoadable';

/** What a module depends on, weighed against what runs in an environment. */
export function useDependencies(
  module: string,
  environment: string,
): Reloadable<DependencyTree> {
  const api = useApi(orchestr8ApiRef);
  return useLoadable(
    useCallback(
      () => api.getDependencies(module, environment),
      [api, module, environment],
    ),
  );
}
