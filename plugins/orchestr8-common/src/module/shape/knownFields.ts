import { formatPath } from '../yaml/Located';
import { SCHEMAS, SchemaName } from './schemas';

const homes = new Map<SchemaName, Map<string, Set<string>>>();

/**
 * Where a field of this name belongs, when there is exactly one such place:
 * `ports` → `spec.networking`.
 */
export function homeOf(schema: SchemaName, field: string): string | undefined {
  let index = homes.get(schema);
  if (!index) {
    index = new Map();
    collect(SCHEMAS[schema], SCHEMAS[schema], [], index);
    homes.set(schema, index);
  }
  const places = index.get(field);
  return places?.size === 1 ? [...places][0] : undefined;
}

function collect(
  node: unknown,
  root: Record<string, unknown>,
  path: string[],
  index: Map<string, Set<string>>,
) {
  // Probe objects and lists are not places that a field strays to.
  if (typeof node !== 'object' || node === null || path.length > 3) return;
  const { $ref, properties } = node as { $ref?: string; properties?: object };
  if ($ref?.startsWith('#/definitions/')) {
    const definitions = root.definitions as Record<string, unknown>;
    collect(
      definitions[$ref.slice('#/definitions/'.length)],
      root,
      path,
      index,
    );
  }
  for (const [name, child] of Object.entries(properties ?? {})) {
    const places = index.get(name) ?? new Set();
    places.add(formatPath(path));
    index.set(name, places);
    collect(child, root, [...path, name], index);
  }
}
