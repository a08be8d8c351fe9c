import { at } from '../yaml/Located';
import { Finding, Rule } from './Rule';

/** As Kubernetes names things, and the catalog after it. */
const NAME = /^(?:[A-Za-z0-9][-\w.]*)?[A-Za-z0-9]$/;
const DNS_LABEL = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

const isName = (text: string) => text.length <= 63 && NAME.test(text);

const isDomain = (text: string) =>
  text.length <= 253 && text.split('.').every(part => DNS_LABEL.test(part));

/** `name` or `domain/name`. */
function isKey(text: string): boolean {
  const parts = text.split('/');
  if (parts.length === 1) return isName(text);
  return parts.length === 2 && isDomain(parts[0]) && isName(parts[1]);
}

/** The text with what is not allowed taken for a dash; undefined when nothing is left. */
function asName(text: string): string | undefined {
  const name = text
    .replace(/[^-\w.]+/g, '-')
    .slice(0, 63)
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
  return name || undefined;
}

/** Labels and annotations are such that the catalog takes the module in at all. */
export const catalogMetadata: Rule = module =>
  ['labels', 'annotations'].flatMap(field => {
    const map = at(module, ['metadata', field]);
    if (typeof map !== 'object' || map === null) return [];
    return Object.entries(map).flatMap(([key, value]): Finding[] => {
      const path = ['metadata', field, key];
      if (!isKey(key)) {
        return [
          {
            code: 'O8117',
            path,
            part: 'key',
            message: `\`${key}\` is no key of ${field}.`,
            hint: 'Write a name of at most 63 letters, digits, `-`, `_` and `.`; a domain and one `/` may stand before it.',
          },
        ];
      }
      if (field !== 'labels' || typeof value !== 'string') return [];
      if (value === '' || isName(value)) return [];
      const meant = asName(value);
      return [
        {
          code: 'O8117',
          path,
          message: `The label \`${key}\` is \`${value}\`, which is not at most 63 letters, digits, \`-\`, \`_\` and \`.\`, with a letter or digit at both ends.`,
          hint: meant
            ? `Write \`${meant}\`, or make it an annotation.`
            : 'Make it an annotation.',
        },
      ];
    });
  });
