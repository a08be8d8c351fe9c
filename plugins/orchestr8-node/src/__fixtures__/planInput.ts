import {
  Environment,
  ModuleFiles,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PlanInput } from '../EngineTypes';
import { releaseDigest } from '../source/releaseDigest';

/** An environment on the test cluster; the namespace is the test's own. */
export function testEnvironment(
  name: string,
  namespace: string = '${module}-${environment}',
): Environment {
  return {
    name,
    cluster: 'test',
    namespace,
    delivery: 'direct',
    mutableVersions: true,
    gates: {},
    freeze: [],
    timeoutMs: 60_000,
  };
}

/** A plain request for a plan, with changes. */
export function planInput(
  files: ModuleFiles,
  cluster: PlanInput['cluster'],
  changes: Partial<PlanInput> = {},
): PlanInput {
  return {
    files,
    release: releaseDigest(files),
    environment: testEnvironment('dev'),
    cluster,
    modules: new Map(),
    dependents: new Map(),
    gates: [],
    now: '2026-01-01T00:00:00.000Z',
    lastEnvironment: false,
    ...changes,
  };
}
