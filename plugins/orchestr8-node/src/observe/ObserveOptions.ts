import {
  ObjectRef,
  Observation,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** Which module, where. */
export interface ObservedModule {
  module: string;
  environment: string;
  /** Namespace of the module in that environment, from `namespaceOf`. */
  namespace: string;
  /** Argo CD's Application, where that delivers: then the health is what it says. */
  application?: ObjectRef;
}

/** The part of an observation that the cluster tells; the rest is the portal's own knowledge. */
export type ClusterObservation = Pick<
  Observation,
  | 'module'
  | 'environment'
  | 'cluster'
  | 'namespace'
  | 'deployed'
  | 'health'
  | 'replicas'
  | 'pods'
  | 'objects'
  | 'observedAt'
  | 'unavailable'
>;
