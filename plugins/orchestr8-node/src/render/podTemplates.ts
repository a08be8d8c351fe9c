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
 * or is such a spec itself under another name. One template does not hide
 * another below or beside it.
 */
export function podTemplates(object: KubernetesObject): PodTemplate[] {
  const found: PodTemplate[] = [];
  const visit = (value: unknown, path: string, judged: boolean): void => {
    if (typeof value !== 'object' || value === null) return;
    const candidate = value as { metadata?: unknown; spec?: unknown };
    const isTemplate = isPodSpec(candidate.spec);
    if (isTemplate) {
      found.push({
        path,
        metadata: (candidate.metadata ?? {}) as PodTemplate['metadata'],
        spec: withContainers(candidate.spec as object),
      });
    } else if (path && !judged && isBareSpec(value)) {
      found.push({ path, metadata: {}, spec: withContainers(value) });
    }
    for (const [key, child] of Object.entries(value)) {
      visit(child, path ? `${path}.${key}` : key, isTemplate && key === 'spec');
    }
  };
  visit(object, '', false);
  return found;
}

/** A list of containers makes a pod; so does the wish for what only the node has, whoever adds the containers later. */
function isPodSpec(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const spec = value as Record<string, unknown>;
  return (
    isListOfObjects(spec.containers) ||
    isListOfObjects(spec.initContainers) ||
    ['hostNetwork', 'hostPID', 'hostIPC'].some(key => spec[key] === true)
  );
}

/** A pod spec under another name than `spec`: its containers have images. */
function isBareSpec(value: object): boolean {
  const { containers } = value as { containers?: unknown };
  return (
    isListOfObjects(containers) &&
    (containers as { image?: unknown }[]).some(({ image }) => image)
  );
}

function isListOfObjects(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(each => typeof each === 'object' && each !== null)
  );
}

function withContainers(spec: object): PodTemplate['spec'] {
  const { containers } = spec as { containers?: unknown };
  return {
    ...spec,
    containers: Array.isArray(containers) ? containers : [],
  };
}
