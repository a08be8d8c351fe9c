import {
  KubernetesObject,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ResourceKind } from './Cluster';

/** A kind that a release brings itself, by a CustomResourceDefinition. */
export interface DefinedKind extends ResourceKind {
  /** Name of the definition. */
  definition: string;
}

/** Whether it is the kind that is meant. */
export function isOf(
  each: Pick<ResourceKind, 'apiVersion' | 'kind'>,
  ref: Pick<ObjectRef, 'apiVersion' | 'kind'>,
): boolean {
  return each.kind === ref.kind && each.apiVersion === ref.apiVersion;
}

/** Whether the object defines kinds. */
export function isDefinition({
  apiVersion,
  kind,
}: Pick<KubernetesObject, 'apiVersion' | 'kind'>): boolean {
  return (
    kind === 'CustomResourceDefinition' &&
    apiVersion.startsWith('apiextensions.k8s.io/')
  );
}

/**
 * The kinds that the definitions among the objects bring, one for each version
 * that is served. What of a definition cannot be read brings nothing: the
 * cluster says what is wrong with it.
 */
export function definedKinds(
  objects: readonly KubernetesObject[],
): DefinedKind[] {
  return objects.filter(isDefinition).flatMap(({ metadata, spec }) => {
    const { group, names, scope } = spec ?? {};
    const versions: unknown[] = Array.isArray(spec?.versions)
      ? spec.versions
      : [];
    if (![group, names?.kind, names?.plural].every(isText)) return [];
    return versions.filter(isServed).map(({ name }) => ({
      apiVersion: `${group}/${name}`,
      kind: names.kind as string,
      resource: names.plural as string,
      namespaced: scope !== 'Cluster',
      definition: metadata.name,
    }));
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isServed(version: unknown): version is { name: string } {
  const { name, served } = (version ?? {}) as Record<string, unknown>;
  return isText(name) && served !== false;
}
