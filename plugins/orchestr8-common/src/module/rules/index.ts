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

/** Everything that must hold of a specification and that its schema cannot say; of its name see {@link reservedName}. */
export const MODULE_RULES: readonly Rule[] = [
  catalogMetadata,
  uniqueNames,
  dependencyRanges,
  secretSources,
  resourceQuantities,
  distinctPorts,
  ingressHost,
  portReferences,
  probeHandlers,
  alertConditions,
];
