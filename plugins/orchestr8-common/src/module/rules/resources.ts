import { compareQuantities, parseQuantity } from '../../quantity';
import { at } from '../yaml/Located';
import { lately } from './lately';
import { Finding, Rule } from './Rule';

const RESOURCES = ['cpu', 'memory'] as const;
const EXAMPLES = { cpu: '`100m` or `2`', memory: '`256Mi` or `1Gi`' };

/** In nanos. */
const BYTE = 10n ** 9n;

const quantityOf = lately(parseQuantity);

/** Quantities can be read, and requests do not exceed limits. */
export const resourceQuantities: Rule = module =>
  RESOURCES.flatMap(resource => {
    const findings: Finding[] = [];
    const read = (part: 'requests' | 'limits') => {
      const path = ['spec', 'resources', part, resource];
      const text = at(module, path);
      if (typeof text !== 'string') return undefined;
      const quantity = quantityOf(text);
      if (!quantity || quantity.nanos < 0n) {
        findings.push({
          code: 'O8120',
          path,
          message: quantity
            ? `\`${text}\` is negative.`
            : `\`${text}\` is not a quantity of ${resource}.`,
          hint: correction(text) ?? `Write for example ${EXAMPLES[resource]}.`,
        });
        return undefined;
      }
      const isPart = /m$/.test(text) || quantity.nanos % BYTE !== 0n;
      if (resource === 'memory' && isPart) {
        findings.push({
          code: 'O8122',
          severity: 'warning',
          path,
          message: /m$/.test(text)
            ? `\`${text}\` of memory is in thousandths of a byte.`
            : `\`${text}\` of memory is no whole number of bytes.`,
          hint: /^[0-9.]+m$/.test(text)
            ? `Write \`${text.slice(0, -1)}Mi\` for mebibytes.`
            : `Write a whole number with its unit, such as ${EXAMPLES.memory}.`,
        });
      }
      return { text, quantity, path };
    };
    const request = read('requests');
    const limit = read('limits');
    if (
      request &&
      limit &&
      compareQuantities(request.quantity, limit.quantity) > 0
    ) {
      findings.push({
        code: 'O8121',
        path: request.path,
        against: limit.path,
        message: `The request of ${resource}, ${request.text}, is more than its limit, ${limit.text}.`,
        hint: 'Lower the request or raise the limit.',
      });
    }
    return findings;
  });

/** `256MB` and `256 Mi` as Kubernetes wants them. */
function correction(text: string): string | undefined {
  const match = /^([0-9.]+)\s*([kKmMgGtTpP])(i?)[bB]?$/.exec(text);
  if (!match) return undefined;
  const [, number, unit, binary] = match;
  const upper = unit.toUpperCase();
  const suffix = binary || upper !== 'K' ? `${upper}${binary}` : 'k';
  const written = `${number}${suffix}`;
  return written === text || !parseQuantity(written)
    ? undefined
    : `Write \`${written}\`.`;
}
