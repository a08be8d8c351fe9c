import { Entity } from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';

/** What the cards read of a Module entity; anything of another shape is absent. */
export interface ModuleSpec {
  version?: string;
  team?: string;
  /** E-mail or reference of the accountable person, as written. */
  owner?: string;
  category?: string;
  lifecycle?: string;
  podSecurityStandard?: string;
  networkIsolation?: boolean;
  /** Where it is served, when it is. */
  host?: string;
  ports: string[];
  dependencies: { name: string; range?: string; optional: boolean }[];
}

/** Reads what an author wrote; the catalog has checked it, other sources may not have. */
export function moduleSpec(entity: Entity): ModuleSpec {
  const { version } = entity.metadata as { version?: JsonValue };
  const spec = entity.spec ?? {};
  const security = object(spec.security);
  const networking = object(spec.networking);
  const ingress = object(networking.ingress);
  return {
    version:
      text(version) ?? entity.metadata.annotations?.['orchestr8.io/version'],
    team: text(spec.team),
    owner: text(spec.owner),
    category: text(spec.category) ?? text(spec.type),
    lifecycle: text(spec.lifecycle),
    podSecurityStandard: text(security.podSecurityStandard),
    networkIsolation:
      typeof security.networkIsolation === 'boolean'
        ? security.networkIsolation
        : undefined,
    host: ingress.enabled === true ? text(ingress.host) : undefined,
    ports: list(networking.ports).flatMap(item => {
      const { name, port } = object(item);
      return port === undefined ? [] : [`${text(name) ?? 'port'} ${port}`];
    }),
    dependencies: list(spec.dependencies).flatMap(dependencyOf),
  };
}

function dependencyOf(item: JsonValue | undefined) {
  if (typeof item === 'string') return [{ name: item, optional: false }];
  const { name, version, optional } = object(item);
  return typeof name === 'string'
    ? [{ name, range: text(version), optional: optional === true }]
    : [];
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function list(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function object(value: JsonValue | undefined): JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}
