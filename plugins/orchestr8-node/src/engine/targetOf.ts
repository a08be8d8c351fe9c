import {
  Environment,
  Module,
  namespaceOf,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { exceptionInForce } from '../policy/withException';
import { ReleaseTarget } from '../render/ReleaseTarget';
import { EngineSettings } from './EngineSettings';

/** What differs from plan to plan in a {@link ReleaseTarget}. */
export type TargetFacts = Pick<
  ReleaseTarget,
  | 'capabilities'
  | 'dependents'
  | 'replicas'
  | 'restartedAt'
  | 'upgrade'
  | 'tests'
> & {
  /** Namespace of a module in the environment, where the portal knows the module. */
  namespaceOfModule(name: string): string | undefined;
  /** ISO 8601: an exception of the operator holds until its end. */
  now: string;
};

/** Where the module goes: a dependency that the portal does not know is taken to follow the environment's naming. */
export function targetOf(
  module: Module,
  environment: Environment,
  options: { facts: TargetFacts; settings: Required<EngineSettings> },
): ReleaseTarget {
  const { namespaceOfModule, now, ...facts } = options.facts;
  const level = module.spec.security.podSecurityStandard;
  const { ingressNamespaces, monitoringNamespace } = options.settings;
  return {
    ...facts,
    environment: environment.name,
    cluster: environment.cluster,
    namespace: namespaceOf(environment, module.metadata.name),
    dependencies: new Map(
      module.spec.dependencies.map(({ name, namespace }) => [
        name,
        namespace ?? namespaceOfModule(name) ?? namespaceOf(environment, name),
      ]),
    ),
    podSecurityExempt:
      exceptionInForce(`pod-security-${level}`, {
        module,
        environment: environment.name,
        exceptions: options.settings.policyExceptions,
        now,
      }) !== undefined,
    ingressNamespaces,
    monitoringNamespace,
  };
}
