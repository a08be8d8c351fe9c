import { Manifest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { podTemplates } from '../render/podTemplates';

/** One container, and where it stands. */
export interface LintedContainer {
  manifest: Manifest;
  /** Path inside the object to the container, such as `spec.template.spec.containers[0]`. */
  path: string;
  name: string;
  image?: string;
  securityContext: SecurityContext;
  /** Of the pod around it. */
  pod: { securityContext: SecurityContext; windows: boolean };
}

/** As far as rules look at it. */
export interface SecurityContext {
  runAsNonRoot?: boolean;
  runAsUser?: number;
  readOnlyRootFilesystem?: boolean;
}

interface Written {
  name?: unknown;
  image?: unknown;
  securityContext?: SecurityContext;
}

/** Every container and init container of every pod template, whatever kind of object it stands in. */
export function containersOf(
  manifests: readonly Manifest[],
): LintedContainer[] {
  return manifests.flatMap(manifest =>
    podTemplates(manifest.object).flatMap(template => {
      const spec = template.spec as Record<string, unknown>;
      const at = template.path ? `${template.path}.spec` : 'spec';
      const pod = {
        securityContext: (spec.securityContext ?? {}) as SecurityContext,
        windows: (spec.os as { name?: string } | undefined)?.name === 'windows',
      };
      return ['initContainers', 'containers'].flatMap(list =>
        listOf(spec[list]).map((container, index) => ({
          manifest,
          path: `${at}.${list}[${index}]`,
          name: String(container.name ?? index),
          ...(typeof container.image === 'string'
            ? { image: container.image }
            : {}),
          securityContext: container.securityContext ?? {},
          pod,
        })),
      );
    }),
  );
}

function listOf(value: unknown): Written[] {
  return Array.isArray(value)
    ? value.filter(each => typeof each === 'object' && each !== null)
    : [];
}
