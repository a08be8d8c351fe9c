import {
  CompoundEntityRef,
  Entity,
  parseEntityRef,
} from '@backstage/catalog-model';
import { keyOfEmail, keyOfRef } from '../known/knownKey';

/** What a module says about others in one place of its specification. */
export interface ModuleReference {
  role: 'team' | 'owner' | 'system' | 'dependency';
  /** As the author wrote it. */
  text: string;
  /** Under which it is known, or not. */
  key: string;
  /** Absent for an e-mail, whose user has to be found. */
  target?: CompoundEntityRef;
  /** Where it stands, from the top of the file. */
  path: readonly (string | number)[];
}

/**
 * Whom and what a module refers to. What cannot be a reference of the right
 * kind is left out: a module must not write its name onto whatever it likes.
 */
export function moduleReferences(module: Entity): ModuleReference[] {
  const { team, owner, system, dependencies } = module.spec ?? {};
  const names = (Array.isArray(dependencies) ? dependencies : []).map(entry =>
    typeof entry === 'string' ? entry : (entry as { name?: unknown })?.name,
  );
  return [
    ...byRef('team', team, ['spec', 'team']),
    ...byEmail(owner),
    ...byRef('system', system, ['spec', 'system']),
    ...names.flatMap((name, index) =>
      byRef('dependency', name, ['spec', 'dependencies', index]),
    ),
  ];
}

/** Reference of the group that a module's `team` names; undefined when it names none. */
export function teamRef(team: unknown): CompoundEntityRef | undefined {
  return byRef('team', team, [])[0]?.target;
}

const KINDS = {
  team: 'group',
  owner: 'user',
  system: 'system',
  dependency: 'module',
} as const;

function byEmail(owner: unknown): ModuleReference[] {
  const path = ['spec', 'owner'];
  return typeof owner === 'string' && owner.includes('@')
    ? [{ role: 'owner', text: owner, key: keyOfEmail(owner), path }]
    : byRef('owner', owner, path);
}

function byRef(
  role: ModuleReference['role'],
  text: unknown,
  path: ModuleReference['path'],
): ModuleReference[] {
  if (typeof text !== 'string' || text === '') return [];
  const kind = KINDS[role];
  try {
    const ref = parseEntityRef(text, {
      defaultKind: kind,
      defaultNamespace: 'default',
    });
    if (ref.kind.toLocaleLowerCase('en-US') !== kind) return [];
    const target = { ...ref, kind };
    return [{ role, text, key: keyOfRef(target), target, path }];
  } catch {
    return [];
  }
}
