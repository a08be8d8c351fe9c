import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { Reloadable, useLoadable } from '../../primitives/useLoadable';

/** The environments a card can show, and the one it shows. */
export interface EnvironmentChoice {
  /** Names in the order of the path. */
  names: string[];
  chosen: string;
  choose: (name: string) => void;
}

/**
 * Lets the reader pick an environment. At first it is the last one of the path
 * that the module runs in, for that is where trouble matters most.
 */
export function useEnvironmentChoice(
  module: string,
): Reloadable<EnvironmentChoice | undefined> {
  const api = useApi(orchestr8ApiRef);
  const [picked, choose] = useState<string>();
  const loaded = useLoadable(
    useCallback(async () => {
      const [environments, observations] = await Promise.all([
        api.listEnvironments(),
        api.listObservations(module).catch(() => []),
      ]);
      const names = environments.map(({ name }) => name);
      const running = names.filter(name =>
        observations.some(one => one.environment === name && one.deployed),
      );
      return { names, first: running.at(-1) ?? names[0] };
    }, [api, module]),
  );
  if (loaded.status !== 'ready') return loaded;
  const { names, first } = loaded.value;
  const chosen = picked && names.includes(picked) ? picked : first;
  return {
    ...loaded,
    value: chosen === undefined ? undefined : { names, chosen, choose },
  };
}
