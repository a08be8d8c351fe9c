/** The specification of a module: `o8-module.yaml`, parsed and defaulted (language §2). @public */
export interface Module {
  apiVersion: 'orchestr8.io/v1';
  kind: 'Module';
  metadata: ModuleMetadata;
  spec: ModuleSpec;
}

/** @public */
export interface ModuleMetadata {
  name: string;
  /** SemVer 2. */
  version: string;
  title?: string;
  description?: string;
  tags?: string[];
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  links?: { url: string; title?: string; icon?: string; type?: string }[];
}

/** @public */
export interface ModuleSpec {
  /** Name of a catalog group in the default namespace, or an entity reference of kind Group. */
  team: string;
  /** E-mail or user reference of the accountable person. */
  owner?: string;
  category?: string;
  system?: string;
  lifecycle?: string;
  dependencies: ModuleDependency[];
  security: ModuleSecurity;
  secrets: ModuleSecret[];
  resources?: ModuleResources;
  networking: { ports: ModulePort[]; ingress?: ModuleIngress };
  monitoring: ModuleMonitoring;
}

/** A dependency in its object form; the string form is normalised to `{ name, optional: false }`. @public */
export interface ModuleDependency {
  name: string;
  /** Range of node-semver. */
  version?: string;
  namespace?: string;
  optional: boolean;
}

/** @public */
export type PodSecurityStandard = 'privileged' | 'baseline' | 'restricted';

/** @public */
export interface ModuleSecurity {
  podSecurityStandard: PodSecurityStandard;
  networkIsolation: boolean;
  secretsManager: 'none' | 'external-secrets' | 'sealed-secrets';
}

/** @public */
export interface ModuleSecret {
  name: string;
  keys?: string[];
  from?: string;
  store?: string;
}

/** Kubernetes quantities, as written. @public */
export interface ModuleResources {
  requests?: { cpu?: string; memory?: string };
  limits?: { cpu?: string; memory?: string };
}

/** @public */
export interface ModulePort {
  name: string;
  port: number;
  protocol: 'TCP' | 'UDP' | 'SCTP';
  targetPort?: number | string;
}

/** @public */
export interface ModuleIngress {
  enabled: boolean;
  host?: string;
  path?: string;
  className?: string;
  tls?: { enabled: boolean; secretName?: string };
}

/** @public */
export interface ModuleMonitoring {
  metrics: { enabled: boolean; port?: string | number; path: string };
  healthChecks: {
    liveness?: Probe;
    readiness?: Probe;
    startup?: Probe;
  };
  alerts: ModuleAlert[];
}

/** A Kubernetes probe object; a path is normalised to one with the defaults of language §2. @public */
export type Probe = Record<string, unknown>;

/** One alert; exactly one of `condition`, `expr` and `slo`. @public */
export interface ModuleAlert {
  name: string;
  condition?: string;
  expr?: string;
  /** Objective, such as `99.9% over 30d`. */
  slo?: string;
  /** Default `warning`; for an objective `critical`, and its slow burn is at most a warning. */
  severity: 'info' | 'warning' | 'critical';
  /** Prometheus duration, default `5m`; for an objective `0s`, since its windows say how long. */
  for: string;
  description?: string;
  runbook?: string;
}

/** A module as it is in one environment: overlay merged in, values for the chart worked out (language §3). @public */
export interface ResolvedModule {
  module: Module;
  environment: string;
  /** What the chart gets above its own `values.yaml`. */
  values: Record<string, unknown>;
  /** JSON pointer into `module` or `values` → where the value was written. */
  provenance: Record<string, { file: string; line: number; column: number }>;
}
