import {
  ArgoDelivery,
  Manifest,
  Module,
  MODULE_LABEL,
  namespaceOf,
  objectRef,
  Problem,
  Refusal,
  ResolvedModule,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PlanInput, PlannedDeployment } from '../EngineTypes';
import { lintManifests } from '../lint/lintManifests';
import { gate } from '../policy/gate';
import { chartFiles } from '../render/chartFiles';
import { committedApplication } from '../render/committedApplication';
import {
  argoApplication,
  IN_CLUSTER,
} from '../render/generated/argoApplication';
import { podSecurityVersion } from '../render/generated/namespace';
import { renderForeign } from '../render/renderForeign';
import { ReleaseTarget } from '../render/ReleaseTarget';
import { assemblePlan } from './assemblePlan';
import { EngineSettings } from './EngineSettings';
import { judgementProblems } from './judgementProblems';
import { judgePods } from './judgePods';
import { observeChanges } from './observeChanges';
import { targetOf } from './targetOf';

/**
 * The plan of an environment that Argo CD delivers to: the one change is the
 * Application. What Argo CD will apply is rendered too, as it stands in the
 * release, and passes the same gate; nothing of it is completed, for nobody
 * would complete it there.
 */
export async function planApplication(
  input: PlanInput,
  argocd: ArgoDelivery,
  options: {
    resolved: ResolvedModule;
    problems: Problem[];
    settings: Required<EngineSettings>;
  },
): Promise<PlannedDeployment> {
  const { cluster, environment, files } = input;
  const { resolved, settings } = options;
  const { module } = resolved;
  const name = module.metadata.name;
  const namespace = namespaceOf(environment, name);
  const [clusterIdentity, known] = await Promise.all([
    cluster.identity(),
    cluster.capabilities(),
  ]);
  // Of another cluster, which Argo CD alone knows, nothing can be said.
  const capabilities = argocd.server === IN_CLUSTER ? known : undefined;
  const target = targetOf(module, environment, {
    facts: {
      capabilities,
      dependents: input.dependents,
      replicas: input.replicas,
      upgrade: input.replaces !== undefined,
      namespaceOfModule: other => input.modules.get(other)?.namespace,
      now: input.now,
    },
    settings,
  });
  const application: Manifest = {
    object: argoApplication({ module, target }, argocd, {
      values: resolved.values,
    }),
    source: 'generated',
  };
  const rendered = await renderForeign(settings.renderer, {
    chart: chartFiles(files),
    ...{ files, resolved, target },
  });
  const findings = gate(rendered.manifests, {
    module,
    environment: environment.name,
    namespace,
    capabilities,
    defined: rendered.defines.map(kind => ({ ...kind, standing: 'comes' })),
    podSecurity: await judgePods(settings.renderer, rendered.manifests, {
      level: module.spec.security.podSecurityStandard,
      version: podSecurityVersion(capabilities?.version),
    }),
    clusterScopedKinds: settings.clusterScopedKinds,
    exceptions: settings.policyExceptions,
    now: input.now,
    foreignHosts: new Map(),
  });
  const last = input.lastEnvironment;
  const practice = await judgementProblems(
    {
      findings: [],
      lint: lintManifests(rendered.manifests, { module, last }),
      manifests: rendered.manifests,
    },
    { files, resolved, target, renderer: settings.renderer },
  );
  const observed = await observeChanges(
    cluster.writingAs({ module: name, namespace: argocd.namespace }),
    [application],
    {
      module: name,
      there: { namespace: 'present', name: argocd.namespace },
      refused: new Map(),
      upgrade: input.replaces !== undefined,
      leave: input.leave,
    },
  );
  return assemblePlan(input, {
    ...{ module, namespace, clusterIdentity, findings },
    replaces: input.replaces,
    manifests: observed.manifests,
    changes: observed.changes,
    problems: [
      ...options.problems,
      ...rendered.problems,
      ...committedApplication(files, application.object),
      ...practice,
    ],
    warnings: [
      ...observed.warnings,
      ...warningsOf(input, argocd),
      ...leftOut(rendered.leftOut, target),
    ],
    refusals: [
      ...observed.refusals,
      ...(await refusalsOf(input, application, module)),
    ],
  });
}

function warningsOf(
  { environment }: PlanInput,
  { repository, revision }: ArgoDelivery,
): string[] {
  return revision.includes('${version}')
    ? []
    : [
        `Argo CD reads the chart from ${repository} at "${revision}", which moves: what it applies may be other than what was judged here. With a revision that holds "\${version}", such as a tag, ${environment.name} stays at what was planned.`,
      ];
}

/** What a deployment by the portal would bring, and Argo CD does not. */
function leftOut(objects: readonly string[], target: ReleaseTarget): string[] {
  return objects.length === 0
    ? []
    : [
        `Argo CD delivers the chart alone, as written. Not in it, and therefore not in ${
          target.environment
        }: ${objects.join(', ')}. Where it is needed, put it into the chart.`,
      ];
}

async function refusalsOf(
  { cluster, restartedAt }: PlanInput,
  { object }: Manifest,
  { metadata: { name } }: Module,
): Promise<Refusal[]> {
  if (restartedAt) {
    return [
      {
        kind: 'invalid',
        message:
          'Argo CD takes a restart of pods back; restart them by Argo CD itself (the action "restart" of the workload).',
      },
    ];
  }
  const live = await cluster.get(objectRef(object));
  const owner = live?.metadata.labels?.[MODULE_LABEL];
  if (!live || owner === name) return [];
  return [
    {
      kind: 'policy',
      message: `There is an Application ${
        object.metadata.name
      } already, and it ${
        owner ? `is of the module "${owner}"` : 'was not written by Orchestr8'
      }. If it is meant for this module, somebody who may says so: kubectl label applications.argoproj.io -n ${
        object.metadata.namespace
      } ${object.metadata.name} ${MODULE_LABEL}=${name}${
        owner ? ' --overwrite' : ''
      }.`,
    },
  ];
}
