import {
  Manifest,
  PolicyFinding,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PolicyContext, PolicyRule } from './PolicyContext';
import { clusterScoped } from './rules/clusterScoped';
import { externalIps } from './rules/externalIps';
import { foreignScrape } from './rules/foreignScrape';
import { forgedLabels } from './rules/forgedLabels';
import { ingressHosts } from './rules/ingressHosts';
import { knownKind } from './rules/knownKind';
import { objectCount } from './rules/objectCount';
import { ownNamespace } from './rules/ownNamespace';
import { ownRecords } from './rules/ownRecords';
import { plainSecrets } from './rules/plainSecrets';
import { podSecurity } from './rules/podSecurity';
import { rbacEscalation } from './rules/rbacEscalation';
import { withException } from './withException';

/** Every rule of language §4, in the order in which findings are shown. */
const RULES: readonly PolicyRule[] = [
  objectCount,
  ownNamespace,
  clusterScoped,
  knownKind,
  podSecurity,
  rbacEscalation,
  forgedLabels,
  ownRecords,
  ingressHosts,
  plainSecrets,
  externalIps,
  foreignScrape,
];

/** Names of the rules, by which operators make exceptions. */
export const POLICY_RULES: readonly string[] = [
  'object-count',
  'own-namespace',
  'cluster-scoped',
  'known-kind',
  'pod-security-baseline',
  'pod-security-restricted',
  'rbac-escalation',
  'forged-labels',
  'own-records',
  'ingress-hosts',
  'plain-secret',
  'external-ips',
  'foreign-scrape',
];

/**
 * The only door to the cluster: all that would be applied, whoever wrote it,
 * passes every rule. A finding without `allowed` refuses the plan; one that an
 * operator allows stays visible, with the reason and the end.
 */
export function gate(
  manifests: readonly Manifest[],
  context: PolicyContext,
): PolicyFinding[] {
  return RULES.flatMap(rule => rule(manifests, context)).map(finding =>
    withException(finding, context),
  );
}
