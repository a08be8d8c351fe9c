import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { deployment } from '../../../__fixtures__/plannedDeployment';

/** One way in which a real control plane keeps a module from becoming healthy. */
export interface FailingModule {
  cause: string;
  /** Words of the message or its evidence that only that cause has. */
  says: RegExp;
  /** What the module brings. */
  objects(namespace: string): KubernetesObject[];
  /** What an administrator has put there before; of cluster-scoped objects the caller clears away. */
  before?(namespace: string): KubernetesObject[];
  timeoutMs?: number;
}

/** Part of a specification. */
export type Spec = Record<string, unknown>;

/** A Deployment whose pod specification is changed. */
export function withPod(
  namespace: string,
  pod: Spec,
  more: { replicas?: number; container?: Spec; spec?: Spec } = {},
): KubernetesObject {
  const object = deployment(namespace, 'web', {
    replicas: more.replicas ?? 1,
  });
  const { spec } = object.spec.template;
  Object.assign(spec, pod);
  Object.assign(spec.containers[0], more.container);
  Object.assign(object.spec, more.spec);
  return object;
}

/** An object `given` of that kind. */
export function inNamespace(
  namespace: string,
  kind: string,
  spec: Spec,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind,
    metadata: { name: 'given', namespace },
    spec,
  };
}
