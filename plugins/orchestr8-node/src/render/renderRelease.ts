import {
  Manifest,
  ModuleFiles,
  objectKey,
  objectRef,
  Problem,
  ResolvedModule,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { chartFiles } from './chartFiles';
import { completeWorkloads } from './completeWorkloads';
import { configManifests } from './configManifests';
import { definedKinds } from '../adapters/definedKinds';
import { generateObjects } from './generateObjects';
import { inTargetNamespace } from './kinds';
import { renderChart } from './renderChart';
import { Renderer } from './Renderer';
import { RenderedRelease } from './RenderedRelease';
import { renderProblem } from './renderProblem';
import { ReleaseTarget } from './ReleaseTarget';

/** What is rendered, and for where. */
export interface RenderReleaseInput {
  files: ModuleFiles;
  resolved: ResolvedModule;
  target: ReleaseTarget;
}

/**
 * Everything that deploying a release would apply: the chart's objects,
 * completed; those of `config/`; and the generated ones that neither gives.
 *
 * A module without a chart has nothing to deploy: that is left to the caller,
 * who has the specification's problems too.
 *
 * @throws RenderError of kind `unavailable`; every other fault is a problem.
 */
export async function renderRelease(
  renderer: Pick<Renderer, 'render'>,
  input: RenderReleaseInput,
): Promise<RenderedRelease> {
  const { files, resolved, target } = input;
  const { module } = resolved;
  const ownChart = chartFiles(files);
  const chart = ownChart
    ? await renderChart(renderer, ownChart, { resolved, target })
    : { manifests: [], tests: [], problems: [] };
  const config = configManifests(files);
  const written = [
    ...chart.manifests,
    ...config.manifests,
    ...(target.tests ? chart.tests : []),
  ];
  const defines = definedKinds(written.map(({ object }) => object));
  const kinds = { capabilities: target.capabilities, defined: defines };
  const { manifests: authored, filledIn } = completeWorkloads(
    written.map(({ object, ...manifest }) => ({
      object: inTargetNamespace(object, target.namespace, kinds),
      ...manifest,
    })),
    {
      module,
      environment: target.environment,
      replicas: replicasOf(resolved, target),
      restartedAt: target.restartedAt,
    },
  );
  const given = new Set(authored.map(keyOf));
  const generated = generateObjects({ module, target }, authored).filter(
    manifest =>
      // The namespace is nobody else's to write: the policy gate refuses the other.
      manifest.object.kind === 'Namespace' || !given.has(keyOf(manifest)),
  );
  return {
    manifests: [...generated, ...authored],
    defines,
    filledIn,
    problems: [...chart.problems, ...config.problems, ...duplicates(authored)],
    warnings: ignoredScale(authored, target),
  };
}

function keyOf(manifest: Manifest): string {
  return objectKey(objectRef(manifest.object));
}

function replicasOf(
  resolved: ResolvedModule,
  target: ReleaseTarget,
): number | undefined {
  const { replicaCount } = resolved.values;
  return (
    target.replicas ??
    (typeof replicaCount === 'number' ? replicaCount : undefined)
  );
}

function duplicates(manifests: readonly Manifest[]): Problem[] {
  const first = new Map<string, Manifest>();
  return manifests.flatMap(manifest => {
    const earlier = first.get(keyOf(manifest));
    if (!earlier) {
      first.set(keyOf(manifest), manifest);
      return [];
    }
    const { kind, metadata } = manifest.object;
    return [
      renderProblem(
        'O8605',
        `${kind} ${metadata.name} is given twice: by ${earlier.source} and by ${manifest.source}.`,
        { file: manifest.source },
      ),
    ];
  });
}

/** A chart that does not read `replicaCount` cannot be scaled: say so rather than seem to. */
function ignoredScale(
  manifests: readonly Manifest[],
  target: ReleaseTarget,
): string[] {
  if (target.replicas === undefined) {
    return [];
  }
  const counts = manifests
    .filter(({ object }) => ['Deployment', 'StatefulSet'].includes(object.kind))
    .map(({ object }) => object.spec?.replicas);
  return counts.includes(target.replicas)
    ? []
    : [
        `The scale override of ${target.replicas} replicas has no effect: the chart does not use .Values.replicaCount.`,
      ];
}
