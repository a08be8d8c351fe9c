import { at, isObject } from './yaml/Located';

type Raw = Record<string, unknown>;

/**
 * One way to say each thing: short forms become objects, numbers that stand for
 * quantities become text. Adds no defaults, so that the result can be laid over
 * another one. Places that do not have the right shape are left as they are.
 */
export function normaliseSpec(spec: Raw): Raw {
  const result: Raw = { ...spec };
  if (Array.isArray(spec.dependencies)) {
    result.dependencies = spec.dependencies.map(item =>
      typeof item === 'string' ? { name: item } : item,
    );
  }
  if (isObject(spec.resources)) {
    result.resources = mapValues(spec.resources, part =>
      isObject(part) ? mapValues(part, quantityText) : part,
    );
  }
  if (isObject(spec.monitoring)) {
    result.monitoring = normaliseMonitoring(spec.monitoring);
  }
  return result;
}

function normaliseMonitoring(monitoring: Raw): Raw {
  const result: Raw = { ...monitoring };
  if (typeof monitoring.metrics === 'boolean') {
    result.metrics = { enabled: monitoring.metrics };
  } else if (isObject(monitoring.metrics)) {
    result.metrics = { enabled: true, ...monitoring.metrics };
  }
  if (isObject(monitoring.healthChecks)) {
    result.healthChecks = mapValues(monitoring.healthChecks, check =>
      typeof check === 'string' ? { httpGet: { path: check } } : check,
    );
  }
  return result;
}

/** The value of one port, as a probe can use it: the container's port. */
export function containerPort(port: unknown): number | string | undefined {
  const target = at(port, ['targetPort']) ?? at(port, ['port']);
  return typeof target === 'number' || typeof target === 'string'
    ? target
    : undefined;
}

export function mapValues(
  object: Raw,
  change: (value: unknown) => unknown,
): Raw {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, change(value)]),
  );
}

const quantityText = (value: unknown) =>
  typeof value === 'number' ? String(value) : value;
