import semver from 'semver';
import { at, listAt } from '../yaml/Located';
import { lately } from './lately';
import { Finding, Rule } from './Rule';

const RESERVED = /^(?:default|kube-.*|istio-system|argocd|monitoring)$/;

/**
 * Names that belong to the cluster, or to the portal.
 *
 * @param more - names beside those of the language; `*` at the end stands for any rest
 * @public
 */
export function isReservedName(
  name: string,
  more: readonly string[] = [],
): boolean {
  return (
    RESERVED.test(name) ||
    more.some(each =>
      each.endsWith('*') ? name.startsWith(each.slice(0, -1)) : name === each,
    )
  );
}

/** `metadata.name` is not taken by the cluster, nor one of `more`. */
export const reservedName =
  (more?: readonly string[]): Rule =>
  module => {
    const path = ['metadata', 'name'];
    const name = at(module, path);
    return typeof name === 'string' && isReservedName(name, more)
      ? [
          {
            code: 'O8113',
            path,
            message: `The name \`${name}\` is reserved${
              RESERVED.test(name) ? ' for the cluster' : ' in this portal'
            }.`,
            hint: `Choose another one, such as \`${name.replace(
              /^kube-/,
              '',
            )}-service\`.`,
          },
        ]
      : [];
  };

/** Lists whose entries are told apart by name. */
const NAMED_LISTS: readonly (readonly string[])[] = [
  ['spec', 'dependencies'],
  ['spec', 'secrets'],
  ['spec', 'networking', 'ports'],
  ['spec', 'monitoring', 'alerts'],
];

/** No list has two entries of one name. */
export const uniqueNames: Rule = module =>
  NAMED_LISTS.flatMap(list => {
    const seen = new Set<unknown>();
    return listAt(module, list).flatMap((item, index): Finding[] => {
      const name = at(item, ['name']);
      if (typeof name !== 'string') return [];
      if (!seen.has(name)) {
        seen.add(name);
        return [];
      }
      return [
        {
          code: 'O8114',
          path: [...list, index, 'name'],
          message: `\`${list.join(
            '.',
          )}\` has a second entry named \`${name}\`.`,
          hint: 'Rename or remove one of them.',
        },
      ];
    });
  });

/** As nearly everyone writes ranges: known to be right without being taken apart. */
const NUMBER = '(?:0|[1-9][0-9]{0,8})';
const PLAIN_RANGE = new RegExp(
  `^(?:(?:[<>]=?|[=^~])?${NUMBER}(?:\\.${NUMBER}){0,2}(?: |$)){1,4}$`,
);

/** Whether a text is a range of node-semver. */
export const isRange = lately(
  range => PLAIN_RANGE.test(range) || semver.validRange(range) !== null,
);

/** Dependencies have ranges that can be read, and do not point back. */
export const dependencyRanges: Rule = module => {
  const path = ['spec', 'dependencies'];
  const self = at(module, ['metadata', 'name']);
  return listAt(module, path).flatMap((item, index): Finding[] => {
    const findings: Finding[] = [];
    const name = at(item, ['name']);
    const range = at(item, ['version']);
    if (name === self && typeof name === 'string') {
      findings.push({
        code: 'O8116',
        path: [...path, index, 'name'],
        message: `The module \`${name}\` depends on itself.`,
        hint: 'Remove the dependency.',
      });
    }
    if (typeof range === 'string' && !isRange(range)) {
      findings.push({
        code: 'O8115',
        path: [...path, index, 'version'],
        message: `\`${range}\` is not a range of versions.`,
        hint: 'Write for example `^6.0`, `>=1.2 <2` or `1.x`.',
      });
    }
    return findings;
  });
};

/** A secret is taken from the store as a whole, or key by key. */
export const secretSources: Rule = module =>
  listAt(module, ['spec', 'secrets']).flatMap((secret, index): Finding[] =>
    at(secret, ['keys']) !== undefined && at(secret, ['from']) !== undefined
      ? [
          {
            code: 'O8150',
            path: ['spec', 'secrets', index, 'from'],
            part: 'key',
            message: 'A secret has either `keys` or `from`, not both.',
            hint: 'Remove one of the two.',
          },
        ]
      : [],
  );
