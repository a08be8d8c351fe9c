import { Environment } from '@orchestr8/backstage-plugin-orchestr8-common';

/** An environment of the playground without gates; for tests. */
export function testEnvironment(
  name: string,
  more: Partial<Environment> = {},
): Environment {
  return {
    name,
    cluster: 'playground',
    namespace: '${module}-${environment}',
    delivery: 'direct',
    mutableVersions: true,
    gates: {},
    freeze: [],
    timeoutMs: 60_000,
    ...more,
  };
}
