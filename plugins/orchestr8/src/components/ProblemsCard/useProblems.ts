import { useCallback, useMemo } from 'react';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useApi } from '@backstage/frontend-plugin-api';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { Reloadable, useLoadable } from '../../primitives/useLoadable';
import { NotedProblem } from './NotedProblem';
import { problemOfStatus } from './problemOfStatus';

/** Problems of a module: of its files as they are now, and as the catalog noted them. */
export interface ModuleProblems {
  problems: NotedProblem[];
  /** The catalog refused the file and keeps the last sound version. */
  refused: boolean;
  /** Why the files could not be checked now. */
  notChecked?: Error;
}

/**
 * The problems of a module, errors first. The portal checks the files now; the
 * catalog adds what only it can know, such as an owner that it has no user for,
 * and stands in when the files cannot be checked.
 */
export function useProblems(module: string): Reloadable<ModuleProblems> {
  const api = useApi(orchestr8ApiRef);
  const { entity } = useEntity<AlphaEntity>();
  const noted = useMemo(
    () => (entity.status?.items ?? []).flatMap(problemOfStatus),
    [entity],
  );
  const refused = noted.some(({ severity }) => severity === 'error');
  const checked = useLoadable(
    useCallback(() => api.listProblems(module), [api, module]),
  );
  if (checked.status === 'ready') {
    return {
      ...checked,
      value: { problems: merged(checked.value, noted), refused },
    };
  }
  if (
    checked.status === 'failed' &&
    noted.length > 0 &&
    checked.error.name !== 'NotAllowedError'
  ) {
    return {
      status: 'ready',
      reload: checked.reload,
      value: {
        problems: merged([], noted),
        refused,
        notChecked: checked.error,
      },
    };
  }
  return checked;
}

const WEIGHT: NotedProblem['severity'][] = ['error', 'warning', 'info'];

/** Each problem once: the catalog tells the hint within the message, the check beside it. */
function merged(
  checked: NotedProblem[],
  noted: NotedProblem[],
): NotedProblem[] {
  const keyOf = ({ code, file, line, column }: NotedProblem) =>
    [code, file, line, column].join();
  const known = new Set(checked.map(keyOf));
  return [...checked, ...noted.filter(one => !known.has(keyOf(one)))].sort(
    (a, b) =>
      WEIGHT.indexOf(a.severity) - WEIGHT.indexOf(b.severity) ||
      a.file.localeCompare(b.file) ||
      (a.line ?? 0) - (b.line ?? 0),
  );
}
