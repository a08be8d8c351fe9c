import { useCallback, useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { ModuleSummary } from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { Reloadable, useLoadable } from '../../primitives/useLoadable';
import { StreamState } from '../../primitives/keepReading';
import { useStream } from '../../primitives/useStream';

/** Every module, and the names of the environments in the order of the path. */
export interface Modules {
  modules: ModuleSummary[];
  environments: string[];
}

/** What the feed has said since the list was read, by name; `undefined`: gone. */
type Changes = ReadonlyMap<string, ModuleSummary | undefined>;

/** All modules that the signed-in person may see, kept live. */
export function useModules(): {
  modules: Reloadable<Modules>;
  live: StreamState;
} {
  const api = useApi(orchestr8ApiRef);
  const first = useLoadable(
    useCallback(async () => {
      const [modules, environments] = await Promise.all([
        api.listModules(),
        api.listEnvironments(),
      ]);
      return { modules, environments: environments.map(({ name }) => name) };
    }, [api]),
  );
  const [changes, setChanges] = useState<Changes>(new Map());
  const live = useStream(
    useCallback((signal: AbortSignal) => api.watchModules({ signal }), [api]),
    {
      onItem: item =>
        setChanges(before =>
          'gone' in item
            ? new Map(before).set(item.gone, undefined)
            : new Map(before).set(item.name, item),
        ),
    },
  );
  const modules = useMemo(
    (): Reloadable<Modules> =>
      first.status === 'ready'
        ? {
            ...first,
            value: {
              ...first.value,
              modules: withChanges(first.value.modules, changes),
            },
          }
        : first,
    [first, changes],
  );
  return { modules, live };
}

function withChanges(
  modules: readonly ModuleSummary[],
  changes: Changes,
): ModuleSummary[] {
  const byName = new Map(modules.map(module => [module.name, module]));
  for (const [name, module] of changes) {
    if (module) byName.set(name, module);
    else byName.delete(name);
  }
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name));
}
