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
import { SPEC_KEYS } from './readOverlay';

type Values = Record<string, unknown>;

/**
 * Values for the chart, lowest first: what the specification says, what the
 * overlay says to the chart, the override of the number of pods.
 */
export function resolvedValues(input: {
  derived: DerivedValue[];
  module: Located;
  overlay?: Located;
  replicas?: number;
}): Pick<ResolvedModule, 'values' | 'provenance'> {
  const values: Values = {};
  const provenance: ResolvedModule['provenance'] = {};
  for (const { path, value, from } of input.derived) {
    put(values, path, value);
    if (from) {
      provenance[`/values${toPointer(path)}`] = input.module.locate(
        from.map(key => (/^\d+$/.test(key) ? Number(key) : key)),
      );
    }
  }
  const { overlay } = input;
  if (overlay) {
    for (const [key, value] of Object.entries(overlay.value as Values)) {
      const forChart = chartPart(key, value);
      if (forChart === undefined) continue;
      layOver(values, key, forChart);
      note(provenance, [key], forChart, path => overlay.locate(path));
    }
  }
  if (input.replicas !== undefined) {
    values.replicaCount = input.replicas;
    delete provenance['/values/replicaCount'];
  }
  return { values, provenance };
}

/** What of an overlay's key the chart gets directly; the rest reaches it through the specification. */
function chartPart(key: string, value: unknown): unknown {
  if (key === 'ingress' && isObject(value)) {
    const { enabled, host, path, className, ...rest } = value;
    const { tls, ...others } = rest;
    const forChart = Array.isArray(tls) ? rest : others;
    return Object.keys(forChart).length ? forChart : undefined;
  }
  return Object.hasOwn(SPEC_KEYS, key) ? undefined : value;
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
