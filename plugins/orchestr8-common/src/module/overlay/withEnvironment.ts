import { canonicalEnvironment } from '../../deployment/Environment';
import { Module, ResolvedModule } from '../Module';
import { sourceOf } from '../moduleSource';
import { normaliseSpec } from '../normalise';
import { MODULE_FILE } from '../ModuleFiles';
import { once } from '../once';
import { Problem } from '../Problem';
import { applyRules, goodPractice, lastEnvironment, rulesOf } from '../rules';
import { hasErrors, sortProblems } from '../sortProblems';
import { SparseModule, withDefaults } from '../withDefaults';
import { at, isObject, Located, Path, toPointer } from '../yaml/Located';
import { chartValues, ChartTarget } from './chartValues';
import { copy, mergeLocated, Origins, wholeOf } from './mergeLocated';
import { INGRESS_FIELDS, SPEC_FIELDS, WrittenOverlay } from './overlayFields';
import { readOverlay } from './readOverlay';
import { resolvedValues } from './resolvedValues';

/** What a module is resolved for. @public */
export interface EnvironmentInput {
  /** Name or alias of the environment. */
  environment: string;
  overlay?: { text: string; file: string };
  /** Override of the number of pods, above everything else. */
  replicas?: number;
  target?: ChartTarget;
  /** The last environment of the path: what must not be missing there is warned of. */
  last?: boolean;
}

/**
 * The module as it is in one environment: the overlay laid over it, and the
 * values that its chart gets (language §3). `resolved` is absent exactly when
 * one of the problems is an error. Problems of the module itself are not
 * repeated, and a module that nothing is laid over is handed on as it is, not copied.
 *
 * @public
 */
export function withEnvironment(
  module: Module,
  input: EnvironmentInput,
): { resolved?: ResolvedModule; problems: Problem[] } {
  const environment = canonicalEnvironment(input.environment);
  const base: Located = {
    value: module,
    locate: (path, part) =>
      sourceOf(module)?.locate(path, part) ?? {
        file: MODULE_FILE,
        line: 1,
        column: 1,
      },
  };
  const overlay = input.overlay
    ? readOverlay(input.overlay)
    : { problems: [] as Problem[] };
  if (hasErrors(overlay.problems)) {
    return { problems: sortProblems(overlay.problems) };
  }

  const over = overlay.source && asModule(overlay.source);
  const changed = Object.keys(over?.value.spec ?? {});
  const merged =
    changed.length === 0
      ? module
      : withDefaults(mergeSpec(base, over) as SparseModule);
  // Where each part came from takes longer to find out than the parts themselves, and few ask.
  const originsOf = once(() => {
    const origins: Origins = new Map();
    mergeSpec(base, over, origins);
    return origins;
  });
  const located = locatedBy(merged, originsOf, base);
  const problems = sortProblems([
    ...overlay.problems,
    ...applyRules(rulesOf(changed), located),
    ...(changed.length > 0 ? addedPractice(located) : []),
    ...(input.last ? applyRules([lastEnvironment], located) : []),
  ]);
  if (hasErrors(problems)) return { problems };

  const valuesOf = once(() =>
    resolvedValues({
      derived: chartValues(merged, environment, input.target),
      module: located,
      overlay: overlay.source,
      replicas: input.replicas,
    }),
  );
  const provenanceOf = once(() => {
    const provenance = valuesOf().provenance();
    for (const [pointer, { source, path }] of originsOf()) {
      provenance[`/module${pointer}`] = source.locate(path);
    }
    return provenance;
  });
  return {
    resolved: {
      module: merged,
      environment,
      get values() {
        return valuesOf().values;
      },
      get provenance() {
        return provenanceOf();
      },
    },
    problems,
  };
}

/** What good practice asks of that which the overlay brings; of the module it was asked before. */
function addedPractice(merged: Located): Problem[] {
  return applyRules([goodPractice], merged).filter(
    ({ file }) => file !== MODULE_FILE,
  );
}

/** Lays the overlay's known keys over the specification. */
function mergeSpec(
  base: Located,
  over: Located | undefined,
  origins?: Origins,
): unknown {
  const under = wholeOf(base);
  const result = { path: [], origins };
  return over
    ? mergeLocated(under, wholeOf(over), result)
    : copy(under, result);
}

/** The overlay in the shape of a specification, so that both can be merged. */
function asModule(
  overlay: Located,
): Located & { value: { spec: Record<string, unknown> } } {
  const spec: Record<string, unknown> = {};
  const given: WrittenOverlay = normaliseSpec(overlay.value as WrittenOverlay);
  for (const key of SPEC_FIELDS) {
    const value = given[key];
    if (value === undefined) continue;
    if (key === 'ingress') {
      const networking = isObject(spec.networking) ? spec.networking : {};
      spec.networking = {
        ...networking,
        ingress: knownIngress(given.ingress!),
      };
    } else if (key === 'networking') {
      spec.networking = {
        ...(value as object),
        ...(spec.networking as object),
      };
    } else {
      spec[key] = value;
    }
  }
  return {
    value: { spec },
    locate: (path, part) => overlay.locate(overlayPath(path, overlay), part),
  };
}

/** Where a path of the specification stands in the overlay. */
function overlayPath(path: Path, overlay: Located): Path {
  const inner = path[0] === 'spec' ? path.slice(1) : path;
  const short = inner[0] === 'networking' && inner[1] === 'ingress';
  return short && at(overlay.value, ['ingress']) !== undefined
    ? ['ingress', ...inner.slice(2)]
    : inner;
}

/** Without what is meant for the chart alone. */
function knownIngress(
  ingress: NonNullable<WrittenOverlay['ingress']>,
): unknown {
  return Object.fromEntries(
    INGRESS_FIELDS.map(field => [field, ingress[field]] as const).filter(
      ([field, value]) =>
        field === 'tls' ? isObject(value) : value !== undefined,
    ),
  );
}

/** The merged module, each part of which stands where it came from. */
function locatedBy(
  value: unknown,
  originsOf: () => Origins,
  base: Located,
): Located {
  return {
    value,
    locate: (path, part) => {
      const origins = originsOf();
      for (let length = path.length; length >= 0; length--) {
        const origin = origins.get(toPointer(path.slice(0, length)));
        if (origin) {
          const exact = length === path.length;
          return origin.source.locate(origin.path, exact ? part : 'value');
        }
      }
      return base.locate(path, part);
    },
  };
}
