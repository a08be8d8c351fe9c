import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';

/** One pod template inside an object, whatever the kind. */
export interface PodTemplate {
  /** Path inside the object to the template, such as `spec.template`; empty for a Pod. */
  path: string;
  metadata: Record<string, unknown>;
  spec: { containers: Record<string, unknown>[]; [key: string]: unknown };
}

/**
 * Every pod template that an object embeds, at any depth: a kind that we do
 * not know (a Rollout, a backup's CronJob inside a custom resource) runs pods
 * all the same. A template is what has a `spec` with a list of `containers`,
 * or is such a spec itself under another name.
 */
export function podTemplates(object: KubernetesObject): PodTemplate[] {
  const found: PodTemplate[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const candidate = value as { metadata?: unknown; spec?: unknown };
    if (isPodSpec(candidate.spec)) {
      found.push({
        path,
        metadata: (candidate.metadata ?? {}) as PodTemplate['metadata'],
        spec: candidate.spec,
      });
      return;
    }
    if (path && isPodSpec(value) && value.containers.some(each => each.image)) {
      found.push({ path, metadata: {}, spec: value });
      return;
    }
    for (const [key, child] of Object.entries(value)) {
      visit(child, path ? `${path}.${key}` : key);
    }
  };
  visit(object, '');
  return found;
}

function isPodSpec(value: unknown): value is PodTemplate['spec'] {
  const containers = (value as { containers?: unknown } | undefined)
    ?.containers;
  return (
    Array.isArray(containers) &&
    containers.length > 0 &&
    containers.every(each => typeof each === 'object' && each !== null)
  );
}
