import {
  Module,
  MODULE_LABEL,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** Prefix of the labels and annotations that only Orchestr8 sets. */
export const OWN_PREFIX = 'orchestr8.io/';

/** Set on pod templates to make all pods anew. */
export const RESTARTED_AT = `${OWN_PREFIX}restartedAt`;

/** The labels of everything that belongs to a module in an environment. */
export function moduleLabels(
  module: Module,
  environment: string,
): Record<string, string> {
  const { name, version } = module.metadata;
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/version': labelValue(version),
    'app.kubernetes.io/component': labelValue(
      module.spec.category ?? 'service',
    ),
    'app.kubernetes.io/part-of': labelValue(module.spec.system ?? name),
    'app.kubernetes.io/managed-by': 'orchestr8',
    [MODULE_LABEL]: name,
    [`${OWN_PREFIX}team`]: labelValue(nameOfRef(module.spec.team)),
    [`${OWN_PREFIX}environment`]: environment,
  };
}

/**
 * The labels of the module's pods: all but the version, so that a new version
 * that changes nothing about the pods does not restart them.
 */
export function podLabels(
  module: Module,
  environment: string,
): Record<string, string> {
  const { 'app.kubernetes.io/version': _, ...labels } = moduleLabels(
    module,
    environment,
  );
  return labels;
}

/** Labels without those by which environments and their versions differ. */
export function withoutPlace(
  labels: Record<string, string>,
): Record<string, string> {
  const {
    'app.kubernetes.io/version': _,
    [`${OWN_PREFIX}environment`]: __,
    ...left
  } = labels;
  return left;
}

/** A label value: SemVer's `+build` is not one, and 63 characters are the most. */
function labelValue(text: string): string {
  return text
    .replace(/[^A-Za-z0-9_.-]/g, '_')
    .slice(0, 63)
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
}

/** `group:default/platform` is `platform`. */
function nameOfRef(ref: string): string {
  return ref.slice(Math.max(ref.lastIndexOf('/'), ref.lastIndexOf(':')) + 1);
}
