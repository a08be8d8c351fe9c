import {
  KubernetesObject,
  objectKey,
  objectRef,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { pathOfTemplate } from './chartFiles';
import { parseManifests } from './parseManifests';
import { RenderResult } from './Renderer';
import { renderProblem } from './renderProblem';

/** More would not say more. */
const SHOWN = 5;

/**
 * What two renderings of the same chart differ in: a plan's bytes are approved
 * and applied later, and chance has no place in them. Fields are named, their
 * values are not: they may be secrets.
 */
export function unsteadyFields(
  first: RenderResult,
  second: RenderResult,
): Problem[] {
  const names = new Set([
    ...Object.keys(first.rendered),
    ...Object.keys(second.rendered),
  ]);
  return [...names]
    .filter(name => first.rendered[name] !== second.rendered[name])
    .map(name => {
      const fields = fieldsThatDiffer(
        first.rendered[name] ?? '',
        second.rendered[name] ?? '',
      );
      const more = fields.length - SHOWN;
      const shown = fields.slice(0, SHOWN).join(', ');
      return renderProblem(
        'O8607',
        fields.length > 0
          ? `The template gives something else each time it is rendered, in ${shown}${
              more > 0 ? ` and ${more} more` : ''
            }.`
          : 'The template gives something else each time it is rendered.',
        {
          file: pathOfTemplate(name),
        },
      );
    });
}

/** `Kind/name field` of each field of the objects of two texts that differs. */
function fieldsThatDiffer(first: string, second: string): string[] {
  const [before, after] = [first, second].map(objectsByKey);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(key => {
    const [a, b] = [before.get(key), after.get(key)];
    const { kind, metadata } = (a ?? b)!;
    const named = `${kind}/${metadata.name}`;
    return a && b
      ? differences(a, b, '').map(path => `${named} ${path}`)
      : [`${named} (its name, or whether it is there)`];
  });
}

function objectsByKey(text: string): Map<string, KubernetesObject> {
  return new Map(
    parseManifests(text, '').objects.map(object => [
      objectKey(objectRef(object)),
      object,
    ]),
  );
}

function differences(a: unknown, b: unknown, path: string): string[] {
  if (isTree(a) && isTree(b) && Array.isArray(a) === Array.isArray(b)) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap(key =>
      differences(a[key], b[key], joined(path, key, Array.isArray(a))),
    );
  }
  return Object.is(a, b) ? [] : [path];
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function joined(path: string, key: string, inList: boolean): string {
  if (inList || /[.[\]]/.test(key)) return `${path}[${key}]`;
  return path ? `${path}.${key}` : key;
}
