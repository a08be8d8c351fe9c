import { Module, placeOf } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Path in the file, joined by dots → line and column, both 1-based. */
export type Places = Record<string, readonly [line: number, column: number]>;

/**
 * Where the parts stand that refer to others, such as `spec.owner`: whether they
 * lead anywhere is found out later, when the file is no longer at hand.
 */
export function placesOf(module: Module): Places {
  const paths = [
    ...(['team', 'owner', 'system'] as const)
      .filter(field => module.spec[field] !== undefined)
      .map(field => ['spec', field]),
    ...module.spec.dependencies.map((_, index) => [
      'spec',
      'dependencies',
      index,
    ]),
  ];
  return Object.fromEntries(
    paths.flatMap(path => {
      const place = placeOf(module, path);
      return place ? [[path.join('.'), [place.line, place.column]]] : [];
    }),
  );
}
