import {
  Module,
  PolicyException,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { exceptionInForce } from '../policy/withException';

/** Whether the operator lets the module bring definitions of kinds: for all modules, or by an exception of its own. */
export function mayDefineKinds(
  module: Module,
  options: {
    environment: string;
    clusterScopedKinds: readonly string[];
    policyExceptions: readonly PolicyException[];
    /** ISO 8601; exceptions end. */
    now: string;
  },
): boolean {
  const { environment, policyExceptions: exceptions, now } = options;
  return (
    options.clusterScopedKinds.includes('CustomResourceDefinition') ||
    exceptionInForce('cluster-scoped', {
      module,
      environment,
      exceptions,
      now,
    }) !== undefined
  );
}
