import {
  checkDependency,
  Manifest,
  Module,
  Plan,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PlanInput, PlannedDeployment } from '../EngineTypes';
import { planHash } from '../plan/planHash';
import { refusalsOf } from '../plan/refusalsOf';

/** What is known of a plan; the rest is empty. */
export interface PlanParts
  extends Partial<
    Pick<
      Plan,
      'changes' | 'findings' | 'filledIn' | 'refusals' | 'replaces' | 'warnings'
    >
  > {
  module?: Module;
  namespace?: string;
  clusterIdentity?: string;
  manifests?: Manifest[];
  problems: Problem[];
}

/** The plan of its parts: with what the portal knows of dependencies and gates, every refusal, and its hash. */
export function assemblePlan(
  input: PlanInput,
  parts: PlanParts,
): PlannedDeployment {
  const { module, manifests = [] } = parts;
  const dependencies = (module?.spec.dependencies ?? []).map(dependency => {
    const known = input.modules.get(dependency.name);
    return checkDependency(dependency, {
      known: known !== undefined,
      deployed: known?.deployed,
      environment: input.environment.name,
      dependent: module?.metadata.name,
      released: known?.released,
    });
  });
  const judged = {
    findings: parts.findings ?? [],
    problems: parts.problems,
    dependencies,
    gates: input.gates,
  };
  const plan: Omit<Plan, 'hash'> = {
    planVersion: 1,
    ...(input.kind && input.kind !== 'deploy' ? { kind: input.kind } : {}),
    module: module?.metadata.name ?? '',
    version: module?.metadata.version ?? '',
    release: input.release,
    environment: input.environment.name,
    cluster: input.environment.cluster,
    ...(parts.clusterIdentity
      ? { clusterIdentity: parts.clusterIdentity }
      : {}),
    namespace: parts.namespace ?? '',
    ...(input.environment.delivery === 'argocd'
      ? { delivery: 'argocd' as const }
      : {}),
    ...(input.leave?.length ? { leave: [...input.leave].sort() } : {}),
    ...(input.promotedFrom ? { promotedFrom: input.promotedFrom } : {}),
    ...(parts.replaces ? { replaces: parts.replaces } : {}),
    changes: parts.changes ?? [],
    ...judged,
    warnings: parts.warnings ?? [],
    filledIn: parts.filledIn ?? [],
    refusals: [...refusalsOf(judged), ...(parts.refusals ?? [])],
    createdAt: input.now,
  };
  return {
    plan: { ...plan, hash: planHash(plan, manifests) },
    manifests,
  };
}
