import {
  Manifest,
  Module,
  PolicyException,
  PolicyFinding,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterCapabilities } from '../adapters/Cluster';
import { DefinedKind } from '../adapters/definedKinds';
import { PodSecurityFinding } from '../render/Renderer';

/** What upstream's Pod Security checks say of one pod template. */
export interface PodSecurityVerdict {
  manifest: Manifest;
  /** Path inside the object to the template; empty for a Pod. */
  path: string;
  findings: PodSecurityFinding[];
}

/**
 * A kind that the release defines, and how that stands:
 *
 * - `served`: the cluster knows it already
 * - `comes`: it will be known once the definition is applied
 * - `needs-leave`: modules may not bring definitions there
 * - `foreign`: the definition that is there is not the module's to change
 */
export interface StandingKind extends DefinedKind {
  standing: 'served' | 'comes' | 'needs-leave' | 'foreign';
}

/** What the rules know besides the objects. Gathered before; the rules themselves ask nobody. */
export interface PolicyContext {
  module: Module;
  environment: string;
  namespace: string;
  /** Absent offline. */
  capabilities?: ClusterCapabilities;
  /** Kinds that the release brings itself. */
  defined?: readonly StandingKind[];
  podSecurity: readonly PodSecurityVerdict[];
  /** Cluster-scoped kinds that the operator lets modules bring. */
  clusterScopedKinds: readonly string[];
  /** Host of an Ingress or a route in another module's namespace → that module. */
  foreignHosts: ReadonlyMap<string, string>;
  /** Why it could not be seen which hosts are taken. */
  hostsUnseen?: string;
  /** What operators allow all the same. */
  exceptions?: readonly PolicyException[];
  /** ISO 8601; exceptions end. */
  now?: string;
}

/** One rule over everything that would be applied. Pure. */
export type PolicyRule = (
  manifests: readonly Manifest[],
  context: PolicyContext,
) => PolicyFinding[];
