import {
  FieldDrift,
  KubernetesObject,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { fieldPath } from '../fieldPath';
import { isHandTool } from '../isHandTool';
import { FieldSet, itemOf, itemPath, ManagedFields } from '../managedFields';

/** What tools write for themselves, and marks of a restart: they change nothing that was declared. */
const MARKS =
  /^metadata\.annotations\[kubectl\.kubernetes\.io\/|^metadata\.annotations\[deployment\.kubernetes\.io\/|\[(kubectl\.kubernetes|orchestr8)\.io\/restartedAt\]$/;

/** Owner of all that an object had before it was first applied, defaults too: nobody added that to a release. */
const BEFORE = 'before-first-apply';

/**
 * Fields that people added by hand to what was declared, by path. What
 * controllers add (defaults, injected certificates, addresses) is theirs to
 * add. A field that several wrote alike is told once, by who did so last.
 */
export function addedFields(
  live: KubernetesObject,
  options: {
    managers: readonly ManagedFields[];
    declared: Record<string, unknown>;
  },
): FieldDrift[] {
  const { managers, declared } = options;
  const found = new Map<string, FieldDrift>();
  for (const { fieldsV1 = {}, manager, time: at, subresource } of managers) {
    if (subresource || !isHandTool(manager) || manager === BEFORE) continue;
    walk({ path: '', fields: fieldsV1, live, declared }, place => {
      if (MARKS.test(place.path)) return;
      const known = found.get(place.path);
      if (!known || isLater({ at, manager }, known)) {
        found.set(place.path, { ...place, manager, at });
      }
    });
  }
  // The server orders managers by seconds: what is told must not hang on that.
  return [...found.values()].sort((a, b) => compareText(a.path, b.path));
}

type Written = Pick<FieldDrift, 'at' | 'manager'>;

function isLater(one: Written, other: Written): boolean {
  const byTime = compareText(one.at ?? '', other.at ?? '');
  return (
    byTime > 0 ||
    (byTime === 0 && compareText(one.manager ?? '', other.manager ?? '') < 0)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
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
