import { Module } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ReleaseTarget } from '../ReleaseTarget';

/** What the generated objects are made from: the module as it is in the environment, and the target. */
export interface GeneratedContext {
  module: Module;
  target: ReleaseTarget;
}

/**
 * The API version under which the cluster knows a kind, the first of those
 * that we can write; `undefined` when it knows none. Offline it is the first.
 */
export function knownApiVersion(
  target: Pick<ReleaseTarget, 'capabilities'>,
  kind: string,
  apiVersions: readonly string[],
): string | undefined {
  const { capabilities } = target;
  if (!capabilities) {
    return apiVersions[0];
  }
  return apiVersions.find(apiVersion =>
    capabilities.kinds.some(
      known => known.kind === kind && known.apiVersion === apiVersion,
    ),
  );
}
