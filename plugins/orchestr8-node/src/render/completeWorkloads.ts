import {
  KubernetesObject,
  Manifest,
  Module,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { fillMissing } from './fillMissing';
import { fillProbes } from './fillProbes';
import { fillSecurityContext } from './fillSecurityContext';
import { isDefinition } from '../adapters/definedKinds';
import {
  moduleLabels,
  podLabels,
  RESTARTED_AT,
  withoutPlace,
} from './moduleLabels';
import {
  LONG_RUNNING,
  mainContainer,
  SCALABLE,
  workloadTemplate,
} from './workloads';

/** What completion knows of the release. */
export interface CompletionContext {
  module: Module;
  environment: string;
  /** `replicaCount` of the values, scale override included. */
  replicas?: number;
  restartedAt?: string;
}

/**
 * Fills in what the chart left out and the specification knows: labels,
 * resources, probes, service account, replicas and, for `restricted`, the
 * security context. What the chart says is never overridden.
 *
 * @returns new manifests, and in words what was filled in, a line an object.
 */
export function completeWorkloads(
  manifests: readonly Manifest[],
  context: CompletionContext,
): { manifests: Manifest[]; filledIn: string[] } {
  const filledIn: string[] = [];
  const facts = factsAbout(manifests);
  const completed = manifests.map(manifest => {
    const object = structuredClone(manifest.object);
    const filled = complete(object, context, facts);
    if (filled.length > 0) {
      filledIn.push(
        `${object.kind} ${object.metadata.name}: ${filled.join(', ')}`,
      );
    }
    return { ...manifest, object };
  });
  return { manifests: completed, filledIn };
}

/** What one object's completion must know of the others. */
interface Facts {
  longRunning: number;
  scalable: number;
  /** `Kind/name` of what an autoscaler scales. */
  autoscaled: ReadonlySet<string>;
}

function factsAbout(manifests: readonly Manifest[]): Facts {
  const objects = manifests.map(({ object }) => object);
  const count = (kinds: string[]) =>
    objects.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    longRunning: count(LONG_RUNNING),
    scalable: count(SCALABLE),
    autoscaled: new Set(
      objects
        .map(({ spec }) => spec?.scaleTargetRef)
        .filter(Boolean)
        .map(target => `${target.kind}/${target.name}`),
    ),
  };
}

function complete(
  object: KubernetesObject,
  context: CompletionContext,
  facts: Facts,
): string[] {
  const { module, environment } = context;
  const filled: string[] = [];
  const labels = { ...object.metadata.labels };
  if (fillMissing(labels, labelsFor(object, context))) {
    object.metadata.labels = labels;
    filled.push('labels');
  }
  const template = workloadTemplate(object);
  if (!template) {
    return filled;
  }
  if (template !== (object as unknown)) {
    template.metadata = { ...template.metadata };
    const ofPods = { ...template.metadata.labels };
    if (fillMissing(ofPods, podLabels(module, environment))) {
      template.metadata.labels = ofPods;
      filled.push('pod labels');
    }
    if (context.restartedAt && LONG_RUNNING.includes(object.kind)) {
      template.metadata.annotations = {
        ...template.metadata.annotations,
        [RESTARTED_AT]: context.restartedAt,
      };
    }
  }
  const main = mainContainer(template.spec, module.metadata.name);
  const { resources } = module.spec;
  if (resources && Object.keys(main.resources ?? {}).length === 0) {
    main.resources = { ...resources };
    filled.push(`resources of container ${main.name}`);
  }
  if (LONG_RUNNING.includes(object.kind)) {
    filled.push(
      ...fillProbes(main, module, { alone: facts.longRunning === 1 }),
    );
  }
  if (!template.spec.serviceAccountName) {
    template.spec.serviceAccountName = module.metadata.name;
    filled.push('service account');
  }
  if (module.spec.security.podSecurityStandard === 'restricted') {
    filled.push(...fillSecurityContext(template.spec));
  }
  const lacksReplicas =
    SCALABLE.includes(object.kind) &&
    object.spec.replicas === undefined &&
    facts.scalable === 1 &&
    !facts.autoscaled.has(`${object.kind}/${object.metadata.name}`);
  if (lacksReplicas && context.replicas !== undefined) {
    object.spec.replicas = context.replicas;
    filled.push('replicas');
  }
  return filled;
}

/** A definition is one for all environments of a cluster: what differs between them is not its own. */
function labelsFor(
  object: KubernetesObject,
  { module, environment }: CompletionContext,
): Record<string, string> {
  const all = moduleLabels(module, environment);
  return isDefinition(object) ? withoutPlace(all) : all;
}
