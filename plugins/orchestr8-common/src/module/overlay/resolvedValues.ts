import { ResolvedModule } from '../Module';
import {
  at,
  isObject,
  Located,
  Path,
  Position,
  toPointer,
} from '../yaml/Located';
import { DerivedValue } from './chartValues';
import {
  IngressField,
  INGRESS_FIELDS,
  OverlayField,
  SPEC_FIELDS,
} from './overlayFields';

type Values = Record<string, unknown>;

/** Values for the chart, and on demand where each was written, by JSON pointer from `/values` on. */
export interface ChartValues {
  values: Values;
  provenance(): ResolvedModule['provenance'];
}

/**
 * Values for the chart, lowest first: what the specification says, what the
 * overlay says to the chart, the override of the number of pods.
 */
export function resolvedValues(input: {
  derived: DerivedValue[];
  module: Located;
  overlay?: Located;
  replicas?: number;
}): ChartValues {
  const { derived, overlay, replicas } = input;
  const values: Values = {};
  for (const { path, value } of derived) put(values, path, value);
  const forChart = Object.entries((overlay?.value ?? {}) as Values)
    .map(([key, value]) => [key, chartPart(key, value)] as const)
    .filter(([, value]) => value !== undefined);
  for (const [key, value] of forChart) layOver(values, key, value);
  if (replicas !== undefined) values.replicaCount = replicas;

  return {
    values,
    provenance: () => {
      const provenance: ResolvedModule['provenance'] = {};
      for (const { path, from } of derived) {
        if (!from) continue;
        provenance[`/values${toPointer(path)}`] = input.module.locate(
          from.map(key => (/^\d+$/.test(key) ? Number(key) : key)),
        );
      }
      for (const [key, value] of forChart) {
        note(provenance, [key], value, path => overlay!.locate(path));
      }
      if (replicas !== undefined) delete provenance['/values/replicaCount'];
      return provenance;
    },
  };
}

/** What of an overlay's key the chart gets directly; the rest reaches it through the specification. */
function chartPart(key: string, value: unknown): unknown {
  if (key === 'ingress' && isObject(value)) {
    const forChart = Object.entries(value).filter(([field, inner]) =>
      field === 'tls'
        ? Array.isArray(inner)
        : !INGRESS_FIELDS.includes(field as IngressField),
    );
    return forChart.length ? Object.fromEntries(forChart) : undefined;
  }
  return SPEC_FIELDS.includes(key as OverlayField) ? undefined : value;
}

function layOver(target: Values, key: string, value: unknown) {
  const under = target[key];
  if (!isObject(under) || !isObject(value)) {
    target[key] = value;
    return;
  }
  const merged: Values = { ...under };
  for (const [name, inner] of Object.entries(value))
    layOver(merged, name, inner);
  target[key] = merged;
}

function note(
  provenance: ResolvedModule['provenance'],
  path: Path,
  value: unknown,
  locate: (path: Path) => Position,
) {
  provenance[`/values${toPointer(path)}`] = locate(path);
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    note(provenance, [...path, key], inner, locate);
  }
}

function put(target: Values, path: string[], value: unknown) {
  const [key, ...rest] = path;
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const inner = isObject(at(target, [key])) ? (target[key] as Values) : {};
  target[key] = inner;
  put(inner, rest, value);
}
