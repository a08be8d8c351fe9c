import {
  hasErrors,
  Module,
  namespaceOf,
  objectKey,
  Plan,
  PolicyFinding,
  Refusal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterCapabilities } from '../adapters/Cluster';
import { PlanInput, PlannedDeployment } from '../EngineTypes';
import { lintManifests } from '../lint/lintManifests';
import { emptying } from '../plan/emptying';
import { orderManifests } from '../plan/orderManifests';
import { gate } from '../policy/gate';
import { podSecurityVersion } from '../render/generated/namespace';
import { RenderedRelease } from '../render/RenderedRelease';
import { renderRelease } from '../render/renderRelease';
import { assemblePlan } from './assemblePlan';
import { claimedHosts } from './claimedHosts';
import { EngineSettings } from './EngineSettings';
import { judgementProblems } from './judgementProblems';
import { judgePods } from './judgePods';
import { mayDefineKinds } from './mayDefineKinds';
import { missingSecrets } from './missingSecrets';
import { observeChanges } from './observeChanges';
import { ObservedDefinitions, observeDefinitions } from './observeDefinitions';
import { observeTarget, TargetState } from './observeTarget';
import { planApplication } from './planApplication';
import { resolveFor } from './resolveFor';
import { targetOf } from './targetOf';
import { trialCluster } from './trialCluster';
import { triedElsewhere } from './triedElsewhere';

/** Works a plan out: resolve, look, render, judge, try, and say it all. */
export async function makePlan(
  input: PlanInput,
  settings: Required<EngineSettings>,
): Promise<PlannedDeployment> {
  const { environment, files, cluster } = input;
  const resolution = resolveFor(files, environment, {
    replicas: input.replicas,
    last: input.lastEnvironment,
  });
  if (!resolution.resolved || hasErrors(resolution.problems)) {
    const { module, problems } = resolution;
    const namespace = module && namespaceOf(environment, module.metadata.name);
    return assemblePlan(input, { module, namespace, problems });
  }
  const { resolved } = resolution;
  const { delivery, argocd } = environment;
  if (delivery === 'argocd' && argocd) {
    return planApplication(input, argocd, {
      ...resolution,
      resolved,
      settings,
    });
  }
  const { module } = resolved;
  const namespace = namespaceOf(environment, module.metadata.name);

  const where = { module: module.metadata.name, namespace };
  const [trial, clusterIdentity, capabilities, there] = await Promise.all([
    trialCluster(cluster, where),
    cluster.identity(),
    cluster.capabilities(),
    observeTarget(cluster, namespace, module.metadata.name),
  ]);
  const replaces = replacedRelease(input, there);
  const target = targetOf(module, environment, {
    facts: {
      capabilities,
      dependents: input.dependents,
      replicas: input.replicas,
      restartedAt: input.restartedAt,
      upgrade: replaces !== undefined,
      tests: input.tests,
      namespaceOfModule: name => input.modules.get(name)?.namespace,
      now: input.now,
    },
    settings,
  });
  const rendered = await renderRelease(settings.renderer, {
    files,
    resolved,
    target,
  });
  const definitions = await observeDefinitions(cluster, rendered, {
    module: module.metadata.name,
    leave: mayDefineKinds(module, {
      ...settings,
      environment: environment.name,
      now: input.now,
    }),
  });
  const judged = await judgeRelease(input, rendered, {
    module,
    namespace,
    capabilities,
    definitions,
    settings,
  });
  const findings = [...there.findings, ...judged.findings];
  const practice = await judgementProblems(
    {
      findings: [], // a plan shows them as they are
      lint: lintManifests(rendered.manifests, {
        module,
        last: input.lastEnvironment,
      }),
      manifests: rendered.manifests,
    },
    { files, resolved, target, renderer: settings.renderer },
  );
  const observed = await observeChanges(
    trial,
    orderManifests(rendered.manifests),
    {
      module: module.metadata.name,
      there,
      refused: refusedKeys(findings),
      definitions,
      upgrade: replaces !== undefined,
      leave: input.leave,
      tryElsewhere: object => triedElsewhere(cluster, trial, object),
    },
  );
  const secrets = await missingSecrets(cluster, observed.manifests, {
    module,
    namespace,
    namespaceExists: there.namespace === 'present',
  });

  const empties = emptying(observed.changes);
  const mayEmpty = input.leave?.includes('emptying');

  return assemblePlan(input, {
    module,
    namespace,
    clusterIdentity,
    replaces,
    manifests: observed.manifests,
    changes: observed.changes,
    findings,
    problems: [...resolution.problems, ...rendered.problems, ...practice],
    warnings: [
      ...rendered.warnings,
      ...there.warnings,
      ...judged.warnings,
      ...observed.warnings,
      ...(empties && mayEmpty ? [`${empties} Leave for that was given.`] : []),
      ...secrets.warnings,
    ],
    filledIn: rendered.filledIn,
    refusals: [
      ...observed.refusals,
      ...secrets.refusals,
      ...(empties && !mayEmpty ? [refusalOfEmptying(empties)] : []),
    ],
  });
}

function refusalOfEmptying(why: string): Refusal {
  return {
    kind: 'policy',
    message: `${why} If that is meant, give leave for "emptying"; to take the module away, delete it.`,
    leave: 'emptying',
  };
}

async function judgeRelease(
  input: PlanInput,
  { manifests }: RenderedRelease,
  options: {
    module: Module;
    namespace: string;
    capabilities: ClusterCapabilities;
    definitions: ObservedDefinitions;
    settings: Required<EngineSettings>;
  },
): Promise<{ findings: PolicyFinding[]; warnings: string[] }> {
  const { module, namespace, capabilities, settings } = options;
  const [hosts, podSecurity] = await Promise.all([
    claimedHosts(input.cluster, manifests, {
      module: module.metadata.name,
      namespace,
      kinds: capabilities.kinds,
    }),
    judgePods(settings.renderer, manifests, {
      level: module.spec.security.podSecurityStandard,
      version: podSecurityVersion(capabilities.version),
    }),
  ]);
  const findings = gate(manifests, {
    module,
    environment: input.environment.name,
    namespace,
    capabilities,
    defined: options.definitions.kinds,
    podSecurity,
    clusterScopedKinds: settings.clusterScopedKinds,
    exceptions: settings.policyExceptions,
    now: input.now,
    foreignHosts: hosts.foreign,
    hostsUnseen: hosts.unseen,
  });
  return { findings, warnings: hosts.warnings };
}

/** What the store says runs there; where it knows nothing, what the cluster's own inventory says. */
function replacedRelease(
  input: PlanInput,
  { inventory }: TargetState,
): Plan['replaces'] {
  if (input.replaces) return input.replaces;
  return inventory?.since
    ? { release: inventory.release, version: inventory.version }
    : undefined;
}

function refusedKeys(findings: readonly PolicyFinding[]): Map<string, string> {
  return new Map(
    findings
      .filter(({ allowed }) => !allowed)
      .map(({ object, rule }) => [objectKey(object), rule]),
  );
}
