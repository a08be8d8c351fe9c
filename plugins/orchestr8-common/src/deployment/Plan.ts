import { Problem } from '../module/Problem';
import { DeploymentKind } from './Deployment';
import { ObjectRef } from './ObjectRef';

/**
 * What a plan does not do unless somebody who may says so:
 * `emptying` takes away all that the module brings, by a release that brings
 * nothing; `conflicts` takes fields from other controllers; the rest deletes
 * what a deletion leaves alone otherwise: `claims` the volumes' content,
 * `namespace` the namespace with everything in it, `definitions` CRDs and with
 * them every object of their kinds.
 *
 * @public
 */
export type Leave =
  | 'emptying'
  | 'conflicts'
  | 'claims'
  | 'namespace'
  | 'definitions';

/** @public */
export const LEAVES: readonly Leave[] = [
  'emptying',
  'conflicts',
  'claims',
  'namespace',
  'definitions',
];

/** What a plan does to one object. @public */
export type ChangeAction =
  | 'create'
  | 'update'
  | 'unchanged'
  | 'delete'
  | 'skip';

/** One field that differs. Values of Secrets are replaced by `(secret)`. @public */
export interface FieldChange {
  /** Dotted path with list keys, such as `spec.template.spec.containers[name=app].image`. */
  path: string;
  before?: unknown;
  after?: unknown;
}

/** What a plan does to one object, and why. @public */
export interface Change {
  action: ChangeAction;
  object: ObjectRef;
  /** A chart template, a `config/` file, or `generated`. */
  source: string;
  fields: FieldChange[];
  /** Why, where that is not obvious: `not in the release any more`, `kept: PersistentVolumeClaim`. */
  reason?: string;
  /** When the object runs, if the chart marks it as a hook; it is made, waited for, and in no inventory. */
  hook?: { events: string[]; weight: number };
  /** Fields that are somebody else's and become the release's; they are applied with force. */
  takesOver?: FieldTakenOver[];
  /** Which state of a live object an update was worked out from: it says nothing but whether it is the same. */
  seen?: string;
  /** The leave that it takes to delete the object: without it a `skip`, with it a `delete`. */
  leave?: Leave;
}

/** A field that goes from another field manager to the release. @public */
export interface FieldTakenOver {
  manager: string;
  /** Path as the API server writes it, such as `.spec.replicas`. */
  field: string;
  /** `conflicts`: a controller's, taken only because leave was given; absent: changed by hand with a tool. */
  leave?: Leave;
}

/** One refusal or allowed exception of the policy gate. @public */
export interface PolicyFinding {
  object: ObjectRef;
  /** Path inside the object, when one field is meant. */
  path?: string;
  /** Stable name of the rule, such as `pod-security-restricted`. */
  rule: string;
  message: string;
  /** The way out. */
  remedy: string;
  allowed?: { reason: string; expires?: string };
}

/** How one dependency stands in the target environment. @public */
export interface DependencyResult {
  name: string;
  range?: string;
  optional: boolean;
  state: 'satisfied' | 'missing' | 'unsuitable' | 'unknown-module';
  /** Version that runs there. */
  deployed?: string;
  message: string;
}

/** One gate of an environment; `met` or why not, and who can clear it. @public */
export interface GateResult {
  gate:
    | 'healthy'
    | 'soak'
    | 'noFiringAlerts'
    | 'freeze'
    | 'approvals'
    | 'promoteFrom';
  met: boolean;
  message: string;
  /** Who or what can clear it. */
  clearedBy?: string;
  /** When it will clear by itself, ISO 8601. */
  clearsAt?: string;
}

/**
 * Release × environment, worked out against the live state: what will happen,
 * before anything happens. Plain, versioned, storable.
 *
 * @public
 */
export interface Plan {
  planVersion: 1;
  /** What the deployment of this plan will be; absent: `deploy`. */
  kind?: DeploymentKind;
  /** `sha256:…` over everything that matters; it is the plan's identity. */
  hash: string;
  module: string;
  version: string;
  /** Digest of the release. */
  release: string;
  environment: string;
  cluster: string;
  /** UID of that cluster's namespace kube-system: the plan holds for no other cluster, whatever its name. */
  clusterIdentity?: string;
  namespace: string;
  /** `argocd`: it writes an Application, and Argo CD does the rest; absent: the portal applies the objects itself. */
  delivery?: 'argocd';
  /** What it does only because leave was given. */
  leave?: Leave[];
  /** Environment that the release is promoted from, when it is a promotion. */
  promotedFrom?: string;
  /** Digest that runs there now. */
  replaces?: { release: string; version: string };
  changes: Change[];
  findings: PolicyFinding[];
  dependencies: DependencyResult[];
  gates: GateResult[];
  /** Problems of the module in this environment; errors make the plan undeployable. */
  problems: Problem[];
  warnings: string[];
  /** What completion of workloads filled in, in words. */
  filledIn: string[];
  /** Every reason why this plan cannot be deployed; empty when it can. */
  refusals: Refusal[];
  /** ISO 8601; not part of the hash. */
  createdAt: string;
}

/** Why a plan cannot be deployed. @public */
export interface Refusal {
  kind: 'invalid' | 'policy' | 'dependency' | 'gate';
  message: string;
  /** The leave that clears it: with it the same plan is made without this refusal. */
  leave?: Leave;
}
