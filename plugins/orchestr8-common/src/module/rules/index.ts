import { alertConditions } from './alertConditions';
import { catalogMetadata } from './catalogMetadata';
import {
  dependencyRanges,
  reservedName,
  secretSources,
  uniqueNames,
} from './identity';
import { distinctPorts, ingressHost, portReferences } from './networking';
import { probeHandlers } from './probes';
import { resourceQuantities } from './resources';
import { Rule } from './Rule';

export { applyRules } from './Rule';
export { goodPractice, lastEnvironment } from './lint';
export { isReservedName } from './identity';

/** Everything that must hold of a specification and that its schema cannot say. */
export const MODULE_RULES: readonly Rule[] = [
  reservedName,
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
