import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';

const SERVER_METADATA = [
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
];

/** Written by controllers and clients about the object, not part of what it is; the first may repeat a Secret. */
const FOREIGN_ANNOTATIONS = [
  'kubectl.kubernetes.io/last-applied-configuration',
  'deployment.kubernetes.io/revision',
  'deprecated.daemonset.template.generation',
];

/** The object without what only the server and its controllers write: two such are the same when they mean the same. */
export function withoutServerFields(
  object: KubernetesObject,
): Record<string, unknown> {
  const { status: _status, apiVersion, kind, metadata, ...rest } = object;
  const { annotations, ...own } = omit(metadata, SERVER_METADATA);
  const kept = omit(
    (annotations ?? {}) as Record<string, unknown>,
    FOREIGN_ANNOTATIONS,
  );
  return {
    apiVersion,
    kind,
    metadata: {
      ...own,
      ...(Object.keys(kept).length > 0 ? { annotations: kept } : {}),
    },
    ...rest,
  };
}

function omit(
  record: Record<string, unknown>,
  keys: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([key]) => !keys.includes(key)),
  );
}
