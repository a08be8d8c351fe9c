import {
  ModuleFiles,
  objectKey,
  objectRef,
  ResolvedModule,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { definedKinds } from '../adapters/definedKinds';
import { configManifests } from './configManifests';
import { generateObjects } from './generateObjects';
import { inTargetNamespace } from './kinds';
import { renderChart } from './renderChart';
import { RenderedRelease } from './RenderedRelease';
import { Renderer } from './Renderer';
import { ReleaseTarget } from './ReleaseTarget';

/** A release as somebody else applies it: the chart alone, as written. */
export interface ForeignRelease
  extends Pick<RenderedRelease, 'manifests' | 'defines' | 'problems'> {
  /** What the portal would bring besides. */
  leftOut: string[];
}

/**
 * Renders what another tool would apply of the chart.
 *
 * @throws RenderError of kind `unavailable`; every other fault is a problem.
 */
export async function renderForeign(
  renderer: Pick<Renderer, 'render'>,
  input: {
    files: ModuleFiles;
    /** Absent: the module has none, and that is a problem told elsewhere. */
    chart: ReadonlyMap<string, Uint8Array> | undefined;
    resolved: ResolvedModule;
    target: ReleaseTarget;
  },
): Promise<ForeignRelease> {
  const { files, chart, resolved, target } = input;
  const { manifests: written, problems } = chart
    ? await renderChart(renderer, chart, { resolved, target })
    : { manifests: [], problems: [] };
  const defines = definedKinds(written.map(({ object }) => object));
  const kinds = { capabilities: target.capabilities, defined: defines };
  const manifests = written.map(({ object, ...manifest }) => ({
    object: inTargetNamespace(object, target.namespace, kinds),
    ...manifest,
  }));
  const has = new Set(
    manifests.map(({ object }) => objectKey(objectRef(object))),
  );
  const { module } = resolved;
  const beside = [
    ...configManifests(files).manifests.map(({ object }) =>
      inTargetNamespace(object, target.namespace, kinds),
    ),
    ...generateObjects({ module, target }, manifests).map(
      ({ object }) => object,
    ),
  ].filter(
    object =>
      object.kind !== 'Namespace' && !has.has(objectKey(objectRef(object))),
  );
  const named = beside.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  return { manifests, defines, problems, leftOut: [...new Set(named)] };
}
