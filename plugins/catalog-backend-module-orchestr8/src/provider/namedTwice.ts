import { Entity } from '@backstage/catalog-model';
import { MODULE_FILE } from '@orchestr8/backstage-plugin-orchestr8-common';
import { dirname, sep } from 'path';
import { takeReading, withProblems } from '../entities/carriedProblems';
import { Winner } from './HandedFiles';

/** So many are named; the rest is counted. */
const MOST = 3;

/** Nothing is handed over anew while it says the same. */
const made = new WeakMap<Entity, { others: string; entity: Entity }>();

/**
 * The entity as the catalog gets it: where other directories of the source claim
 * its name it says so, since nothing else in the catalog tells of them.
 */
export function namedTwice({ path, entity, others }: Winner): Entity {
  if (others.length === 0) return entity;
  const key = others.join('\0');
  const before = made.get(entity);
  if (before?.others === key) return before.entity;
  const { problems } = takeReading(entity).reading;
  const told = withProblems(
    entity,
    [
      ...problems,
      {
        code: 'O8164',
        severity: 'warning',
        file: MODULE_FILE,
        line: 1,
        column: 1,
        message: `Of this name there is more than one in this source; ${listOf(
          others.map(other => directoryBeside(other, path)),
        )} is left out of the catalog.`,
        hint: 'Rename all but one.',
      },
    ],
    path,
  );
  made.set(entity, { others: key, entity: told });
  return told;
}

function listOf(directories: string[]): string {
  const named = directories.slice(0, MOST).map(name => `\`${name}\``);
  const rest = directories.length - named.length;
  return [...named, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

/** The directory of a file, from where it parts from another one's. */
function directoryBeside(path: string, other: string): string {
  const steps = dirname(path).split(sep);
  const others = dirname(other).split(sep);
  const parting = steps.findIndex((step, index) => step !== others[index]);
  return steps.slice(Math.max(parting, 0)).join('/');
}
