import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';

/** A container, as far as completion looks at it. */
export interface Container {
  name: string;
  image?: string;
  ports?: { name?: string; containerPort: number }[];
  resources?: Record<string, unknown>;
  securityContext?: Record<string, unknown>;
  [key: string]: unknown;
}

/** The pod spec of a workload, as far as completion looks at it. */
export interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
  serviceAccountName?: string;
  securityContext?: Record<string, unknown>;
  [key: string]: unknown;
}

/** The pod template of one of the workload kinds; `metadata` may be absent as written. */
export interface WorkloadTemplate {
  metadata?: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: PodSpec;
}

/** Kinds whose pods run on and on: they have probes; the first two have replicas. */
export const LONG_RUNNING = ['Deployment', 'StatefulSet', 'DaemonSet'];
/** Kinds with a number of replicas. */
export const SCALABLE = ['Deployment', 'StatefulSet'];

/** The pod template of a workload, in place; `undefined` for any other object. */
export function workloadTemplate(
  object: KubernetesObject,
): WorkloadTemplate | undefined {
  const template = (() => {
    switch (object.kind) {
      case 'Deployment':
      case 'StatefulSet':
      case 'DaemonSet':
      case 'ReplicaSet':
      case 'Job':
        return object.spec?.template;
      case 'CronJob':
        return object.spec?.jobTemplate?.spec?.template;
      case 'Pod':
        return object;
      default:
        return undefined;
    }
  })();
  return Array.isArray(template?.spec?.containers) &&
    template.spec.containers.length > 0
    ? template
    : undefined;
}

/** The container that the specification speaks of: the one named like the module, else the first that has a port, else the first. */
export function mainContainer(spec: PodSpec, module: string): Container {
  return (
    spec.containers.find(container => container.name === module) ??
    spec.containers.find(container => container.ports?.length) ??
    spec.containers[0]
  );
}
