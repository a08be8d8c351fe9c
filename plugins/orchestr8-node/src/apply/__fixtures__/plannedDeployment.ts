import {
  Change,
  KubernetesObject,
  Manifest,
  objectKey,
  ObjectRef,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PlannedDeployment } from '../../EngineTypes';

/** A deployable plan over the objects given; every one is created, and `deletes` go. */
export function plannedDeployment(
  namespace: string,
  objects: KubernetesObject[],
  options: {
    version?: string;
    deletes?: ObjectRef[];
    skips?: ObjectRef[];
    hooks?: Manifest[];
    upgrade?: boolean;
  } = {},
): PlannedDeployment {
  const { version = '1.0.0', deletes = [], skips = [], hooks = [] } = options;
  const change = (object: ObjectRef, action: Change['action']): Change => ({
    action,
    object,
    source: 'test',
    fields: [],
  });
  const all = objects.length ? [namespaceObject(namespace), ...objects] : [];
  const skipped = new Set(skips.map(objectKey));
  const labelled = all.map(object => withLabels(namespace, object));
  return {
    manifests: [
      ...labelled.map(object => ({ object, source: 'test' })),
      ...hooks.map(hook => ({
        ...hook,
        object: withLabels(namespace, hook.object),
      })),
    ],
    plan: {
      planVersion: 1,
      hash: `sha256:${version}`,
      module: namespace,
      version,
      release: `sha256:release-${version}`,
      environment: 'test',
      cluster: 'test',
      namespace,
      ...(options.upgrade
        ? { replaces: { release: 'sha256:before', version: '0.9.0' } }
        : {}),
      changes: [
        ...labelled
          .map(object => objectRef(object))
          .filter(ref => !skipped.has(objectKey(ref)))
          .map(ref => change(ref, 'create')),
        ...deletes.map(ref => change(ref, 'delete')),
        ...skips.map(ref => change(ref, 'skip')),
      ],
      findings: [],
      dependencies: [],
      gates: [],
      problems: [],
      warnings: [],
      filledIn: [],
      refusals: [],
      createdAt: '2026-01-01T00:00:00.000Z',
    },
  };
}

export function namespaceObject(name: string): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

/** A Deployment whose image tag says how its simulated pods behave. */
export function deployment(
  namespace: string,
  name: string,
  options: { image?: string; replicas?: number; cpu?: string } = {},
): KubernetesObject {
  const { image = 'example/web:1', replicas = 2, cpu } = options;
  const labels = {
    'app.kubernetes.io/name': name,
    'orchestr8.io/module': namespace,
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      replicas,
      selector: { matchLabels: { 'app.kubernetes.io/name': name } },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: 'app',
              image,
              ...(cpu ? { resources: { requests: { cpu } } } : {}),
            },
          ],
        },
      },
    },
  };
}

export function configMap(
  namespace: string,
  name: string,
  data: Record<string, string> = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace },
    data,
  };
}

function withLabels(
  module: string,
  object: KubernetesObject,
): KubernetesObject {
  const labels = { ...object.metadata.labels, 'orchestr8.io/module': module };
  return { ...object, metadata: { ...object.metadata, labels } };
}
