/** Identifies one Kubernetes object. `namespace` is absent for cluster-scoped kinds. @public */
export interface ObjectRef {
  apiVersion: string;
  kind: string;
  name: string;
  namespace?: string;
}

/** A Kubernetes object as plain JSON. @public */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    generation?: number;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: {
      apiVersion: string;
      kind: string;
      name: string;
      uid: string;
      controller?: boolean;
    }[];
    managedFields?: {
      manager: string;
      operation: string;
      fieldsV1?: unknown;
      time?: string;
      subresource?: string;
    }[];
    [key: string]: unknown;
  };
  [key: string]: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

/** One object to apply and where it came from: a chart template, a `config/` file, or `generated`. @public */
export interface Manifest {
  object: KubernetesObject;
  source: string;
  /** Helm hook, when the chart marks the object as one. */
  hook?: { events: string[]; weight: number };
}

/** The reference of an object. @public */
export function objectRef(object: KubernetesObject): ObjectRef {
  const { name, namespace } = object.metadata;
  return {
    apiVersion: object.apiVersion,
    kind: object.kind,
    name,
    ...(namespace ? { namespace } : {}),
  };
}

/** `Kind/name` or `Kind namespace/name`, for people. @public */
export function formatObjectRef(ref: ObjectRef): string {
  return ref.namespace
    ? `${ref.kind} ${ref.namespace}/${ref.name}`
    : `${ref.kind}/${ref.name}`;
}

/** Group, kind, namespace and name in one string: equal for the same object under two API versions. @public */
export function objectKey(ref: ObjectRef): string {
  const group = ref.apiVersion.includes('/')
    ? ref.apiVersion.split('/')[0]
    : '';
  return `${group}/${ref.kind}/${ref.namespace ?? ''}/${ref.name}`;
}
