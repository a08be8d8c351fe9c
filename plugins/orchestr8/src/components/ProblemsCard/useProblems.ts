import { useCallback, useMemo } from 'react';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { Reloadable, useLoadable } from '../../primitives/useLoadable';
import { problemOfStatus } from './problemOfStatus';

/** Problems of a module's files: checked now, or as the catalog last saw them. */
export interface ModuleProblems {
  problems: Problem[];
  /** Why the files could not be checked now. */
  notChecked?: Error;
}

/**
 * The problems of a module's files, errors first. When the portal cannot check
 * them now, those that the catalog noted on the entity are given instead.
 */
export function useProblems(module: string): Reloadable<ModuleProblems> {
  const api = useApi(orchestr8ApiRef);
  const { entity } = useEntity<AlphaEntity>();
  const noted = useMemo(
    () => (entity.status?.items ?? []).flatMap(problemOfStatus),
    [entity],
  );
  const checked = useLoadable(
    useCallback(() => api.listProblems(module), [api, module]),
  );
  if (checked.status === 'ready') {
    return { ...checked, value: { problems: inOrder(checked.value) } };
  }
  if (
    checked.status === 'failed' &&
    noted.length > 0 &&
    checked.error.name !== 'NotAllowedError'
  ) {
    return {
      status: 'ready',
      reload: checked.reload,
      value: { problems: inOrder(noted), notChecked: checked.error },
    };
  }
  return checked;
}

const WEIGHT: Problem['severity'][] = ['error', 'warning', 'info'];

function inOrder(problems: Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      WEIGHT.indexOf(a.severity) - WEIGHT.indexOf(b.severity) ||
      a.file.localeCompare(b.file) ||
      a.line - b.line,
  );
}
