import {
  Ingress,
  Metadata,
  Monitoring,
  Orchestr8Module,
  Ports,
  Quantities,
  Resources,
  Security,
  Spec,
} from './Language.generated';

/*
 * A module as the product works with it: the types that were made from the
 * schema, each thing in one form, and with its defaults. What is not named here
 * is as the schema says.
 */

type Entry<List> = NonNullable<List> extends (infer Item)[] ? Item : never;
type Port = Ports[number];
type Dependency = Exclude<Entry<Spec['dependencies']>, string>;
type Metrics = Exclude<NonNullable<Monitoring['metrics']>, boolean>;
type HealthChecks = NonNullable<Monitoring['healthChecks']>;
type Alert = Entry<Monitoring['alerts']>;
type Tls = NonNullable<Ingress['tls']>;

/** The specification of a module: `o8-module.yaml`, parsed and defaulted (language §2). @public */
export interface Module extends Orchestr8Module {
  metadata: ModuleMetadata;
  spec: ModuleSpec;
}

/** @public */
export interface ModuleMetadata extends Metadata {}

/** @public */
export interface ModuleSpec extends Omit<Spec, 'resources'> {
  dependencies: ModuleDependency[];
  security: ModuleSecurity;
  secrets: ModuleSecret[];
  resources?: ModuleResources;
  networking: { ports: ModulePort[]; ingress?: ModuleIngress };
  monitoring: ModuleMonitoring;
}

/** A dependency in its object form; the string form is normalised to `{ name, optional: false }`. @public */
export interface ModuleDependency extends Dependency {
  optional: boolean;
}

/** @public */
export type PodSecurityStandard = ModuleSecurity['podSecurityStandard'];

/** @public */
export type ModuleSecurity = Required<Security>;

/** @public */
export type ModuleSecret = Entry<Spec['secrets']>;

/** Kubernetes quantities, as written. @public */
export type ModuleResources = {
  [Bound in keyof Resources]: { [Name in keyof Quantities]: string };
};

/** @public */
export interface ModulePort extends Port {
  protocol: NonNullable<Port['protocol']>;
}

/** @public */
export interface ModuleIngress extends Ingress {
  enabled: boolean;
  tls?: Tls & { enabled: boolean };
}

/** @public */
export interface ModuleMonitoring extends Monitoring {
  metrics: Metrics & { enabled: boolean; path: string };
  healthChecks: { [Kind in keyof HealthChecks]: Probe };
  alerts: ModuleAlert[];
}

/** A Kubernetes probe object; a path is normalised to one with the defaults of language §2. @public */
export type Probe = Exclude<NonNullable<HealthChecks['liveness']>, string>;

/** One alert; exactly one of `condition`, `expr` and `slo`. @public */
export interface ModuleAlert extends Alert {
  /** Default `warning`; for an objective `critical`, and its slow burn is at most a warning. */
  severity: NonNullable<Alert['severity']>;
  /** Prometheus duration, default `5m`; for an objective `0s`, since its windows say how long. */
  for: string;
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
