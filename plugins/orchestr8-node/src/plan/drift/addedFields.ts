import {
  FieldDrift,
  KubernetesObject,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { fieldPath } from '../fieldPath';
import { isHandTool } from '../isHandTool';
import { FieldSet, itemOf, itemPath, ManagedFields } from './managedFields';

/** What tools write for themselves, and marks of a restart: they change nothing that was declared. */
const MARKS =
  /^metadata\.annotations\[kubectl\.kubernetes\.io\/|^metadata\.annotations\[deployment\.kubernetes\.io\/|\[(kubectl\.kubernetes|orchestr8)\.io\/restartedAt\]$/;

/** Owner of all that an object had before it was first applied, defaults too: nobody added that to a release. */
const BEFORE = 'before-first-apply';

/**
 * Fields that people added by hand to what was declared. What controllers add
 * (defaults, injected certificates, addresses) is theirs to add.
 */
export function addedFields(
  live: KubernetesObject,
  options: {
    managers: readonly ManagedFields[];
    declared: Record<string, unknown>;
  },
): FieldDrift[] {
  const { managers, declared } = options;
  return managers
    .filter(({ manager, subresource }) => !subresource && isHandTool(manager))
    .filter(({ manager }) => manager !== BEFORE)
    .flatMap(by => {
      const found: FieldDrift[] = [];
      const { fieldsV1 = {}, manager, time: at } = by;
      walk({ path: '', fields: fieldsV1, live, declared }, place =>
        found.push({ ...place, manager, at }),
      );
      return found.filter(({ path }) => !MARKS.test(path));
    });
}

/** Goes down what a manager owns as long as it was declared too, and reports where it was not. */
function walk(
  place: { path: string; fields: FieldSet; live: unknown; declared: unknown },
  onAdded: (added: { path: string; to: unknown }) => void,
): void {
  const { path, fields, live, declared } = place;
  if (live === undefined || live === null) return;
  if (declared === undefined) {
    const keys = Object.keys(fields).filter(key => key !== '.');
    // A new item of a list is told as one, a new map by its entries.
    if (keys.length === 0 || isItem(path)) {
      onAdded({ path, to: live });
      return;
    }
  }
  for (const [key, below] of Object.entries(fields)) {
    if (key === '.') continue;
    const next = key.startsWith('f:')
      ? {
          path: fieldPath(path, key.slice(2)),
          live: fieldOf(live, key.slice(2)),
          declared: fieldOf(declared, key.slice(2)),
        }
      : {
          path: `${path}${itemPath(key)}`,
          live: Array.isArray(live) ? itemOf(live, key) : undefined,
          declared: Array.isArray(declared) ? itemOf(declared, key) : undefined,
        };
    walk({ ...next, fields: below }, onAdded);
  }
}

function isItem(path: string): boolean {
  return path.endsWith(']');
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
