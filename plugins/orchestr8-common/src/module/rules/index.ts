import { alertConditions } from './alertConditions';
import { catalogMetadata } from './catalogMetadata';
import { dependencyRanges, secretSources, uniqueNames } from './identity';
import { distinctPorts, ingressHost, portReferences } from './networking';
import { probeHandlers } from './probes';
import { resourceQuantities } from './resources';
import { Rule } from './Rule';

export { applyRules } from './Rule';
export { goodPractice, lastEnvironment } from './lint';
export { isReservedName, reservedName } from './identity';

/** Rules, each with the parts of `spec` that an overlay may change and it looks at. */
const RULES: readonly { rule: Rule; parts: readonly string[] }[] = [
  { rule: catalogMetadata, parts: [] },
  { rule: uniqueNames, parts: ['dependencies', 'networking', 'monitoring'] },
  { rule: dependencyRanges, parts: ['dependencies'] },
  { rule: secretSources, parts: [] },
  { rule: resourceQuantities, parts: ['resources'] },
  { rule: distinctPorts, parts: ['networking'] },
  { rule: ingressHost, parts: ['networking'] },
  { rule: portReferences, parts: ['networking', 'monitoring'] },
  { rule: probeHandlers, parts: ['monitoring'] },
  { rule: alertConditions, parts: ['monitoring'] },
];

/** Everything that must hold of a specification and that its schema cannot say; of its name see {@link reservedName}. */
export const MODULE_RULES: readonly Rule[] = RULES.map(({ rule }) => rule);

/** Those of a specification in order that may find something once parts of its `spec` are others. */
export function rulesOf(changed: readonly string[]): Rule[] {
  return RULES.filter(({ parts }) =>
    parts.some(part => changed.includes(part)),
  ).map(({ rule }) => rule);
}
