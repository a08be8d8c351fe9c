import { ClusterCapabilities } from '../adapters/Cluster';

/** Where a release goes, and what it meets there. */
export interface ReleaseTarget {
  environment: string;
  cluster: string;
  namespace: string;
  /** Module that is depended on → its namespace in this environment. */
  dependencies: ReadonlyMap<string, string>;
  /** Module that declares this one as dependency → its namespace in this environment. */
  dependents: ReadonlyMap<string, string>;
  /** Absent offline: then every kind is taken to be known. */
  capabilities?: ClusterCapabilities;
  /** Something of the module runs there already. */
  upgrade: boolean;
  /** Also the chart's test hooks, completed like the rest; a deployment leaves them out. */
  tests?: boolean;
  /** An operator lets pods below the module's standard in: the namespace warns of them and does not refuse them. */
  podSecurityExempt?: boolean;
  /** Scale override in force. */
  replicas?: number;
  /** Marks pod templates so that all pods are made anew. */
  restartedAt?: string;
  /** Namespaces of the ingress controllers; they may reach the module's ports. */
  ingressNamespaces: readonly string[];
  /** Namespace of Prometheus; it may reach the metrics port. */
  monitoringNamespace: string;
}
