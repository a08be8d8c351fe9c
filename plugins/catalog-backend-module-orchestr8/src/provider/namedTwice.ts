import { Entity } from '@backstage/catalog-model';
import { MODULE_FILE } from '@orchestr8/backstage-plugin-orchestr8-common';
import { basename, dirname, sep } from 'path';
import { takeReading, withProblems } from '../entities/carriedProblems';
import { Winner } from './HandedFiles';
import { Claim } from './NameClaims';

/** So many are named; the rest is counted. */
const MOST = 3;

/** Nothing is handed over anew while it says the same. */
const made = new WeakMap<Entity, { others: string; entity: Entity }>();

/**
 * The entity as the catalog gets it: where other directories of the source, or
 * other sources, claim its name it says so, since nothing else in the catalog
 * tells of them.
 */
export function namedTwice(
  { path, entity, others }: Winner,
  { source, elsewhere }: { source: string; elsewhere: readonly Claim[] },
): Entity {
  const messages = [
    ...(others.length > 0
      ? [
          `Of this name there is more than one in this source; ${listOf(
            others.map(other => directoryBeside(other, path)),
          )} is left out of the catalog.`,
        ]
      : []),
    ...(elsewhere.length > 0
      ? [
          `Of this name there is more than one: ${placeOf({
            source,
            path,
          })}, and ${elsewhere
            .map(placeOf)
            .join(
              ', and ',
            )}. The catalog shows the one that it had first, and is silent about the rest.`,
        ]
      : []),
  ];
  if (messages.length === 0) return entity;
  const key = messages.join('\0');
  const before = made.get(entity);
  if (before?.others === key) return before.entity;
  const { problems } = takeReading(entity).reading;
  const told = withProblems(
    entity,
    [
      ...problems,
      ...messages.map(message => ({
        code: 'O8164',
        severity: 'warning' as const,
        file: MODULE_FILE,
        line: 1,
        column: 1,
        message,
        hint: 'Rename all but one.',
      })),
    ],
    path,
  );
  made.set(entity, { others: key, entity: told });
  return told;
}

function placeOf({ source, path }: Claim): string {
  return `\`${basename(dirname(path))}\` in ${source}`;
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
