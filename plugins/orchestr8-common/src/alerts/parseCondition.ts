import { suggest } from '../module/shape/suggest';
import { AlertProblem } from './AlertProblem';
import { Signal, signalNames, signalNamed } from './signals';

/** Operators of conditions, which are those of PromQL. @public */
export type ConditionOperator = '>' | '>=' | '<' | '<=' | '==' | '!=';

/** A condition taken apart. */
export interface Condition {
  name: string;
  signal: Signal;
  operator: ConditionOperator;
  /** In the unit of the signal's PromQL: a ratio, seconds, a number per second. */
  threshold: number;
  /** Index of the number in the text. */
  at: number;
}

const FORM =
  /^(\s*)([A-Za-z_][A-Za-z0-9_]*)(\s*)(>=|<=|==|!=|>|<)(\s*)([0-9]+(?:\.[0-9]+)?)(\s*)(.*?)\s*$/s;

/** Takes `<signal> <operator> <number><unit>` apart. */
export function parseCondition(
  text: string,
): { condition: Condition } | { problem: AlertProblem } {
  const match = FORM.exec(text);
  if (!match) return { problem: formProblem(text) };
  const [, lead, name, gap, operator, space, number, tail, unit] = match;
  const signal = signalNamed(name);
  if (!signal) {
    const meant = suggest(name, signalNames());
    return {
      problem: {
        code: 'O8140',
        message: `\`${name}\` is not a signal.`,
        hint: meant
          ? `Did you mean \`${meant}\`?`
          : `Signals: ${signalNames().join(', ')}.`,
        index: lead.length,
      },
    };
  }
  const before = [lead, name, gap, operator, space].join('');
  if (!Object.hasOwn(signal.units, unit)) {
    const index = [before, number, tail].join('');
    return {
      problem: {
        code: 'O8140',
        ...unitProblem(unit, signal, { name, operator, number }),
        index: index.length,
      },
    };
  }
  return {
    condition: {
      name,
      signal,
      operator: operator as ConditionOperator,
      threshold: scaled(number, signal.units[unit]),
      at: before.length,
    },
  };
}

function unitProblem(
  unit: string,
  { units }: Signal,
  { name, operator, number }: Record<'name' | 'operator' | 'number', string>,
): Pick<AlertProblem, 'message' | 'hint'> {
  const joined = /(?:^|\s)(and|or|unless|&&|\|\|)\s/i.exec(unit);
  if (joined) {
    return {
      message: `A condition compares one signal; \`${joined[1]}\` joins it to something else.`,
      hint: 'Write an alert for each, or use `expr` for PromQL.',
    };
  }
  const known = Object.keys(units).filter(each => each !== '');
  // A part of one that lacks its unit was meant as a ratio.
  const isRatio = !unit && known[0] === '%' && Number(number) < 1;
  const meant = isRatio ? String(scaled(number, 100)) : number;
  const shown = known.map(each => `\`${each}\``).join(' or ');
  return {
    message: unit
      ? `\`${unit}\` is not a unit of \`${name}\`, which is in ${shown}.`
      : `The unit of \`${name}\` is missing.`,
    hint: `Write \`${name} ${operator} ${meant}${known[0]}\`.`,
  };
}

/** 5 % is 0.05, not 0.05000000000000001. */
function scaled(number: string, factor: number): number {
  return Number((Number(number) * factor).toPrecision(12));
}

function formProblem(text: string): AlertProblem {
  const [, lead, name, rest] =
    /^(\s*)([A-Za-z_][A-Za-z0-9_]*)?(.*)$/s.exec(text) ?? [];
  const known = name !== undefined && signalNamed(name) !== undefined;
  const sign = known ? /^\s*(=[<>]?)(?!=)/.exec(rest)?.[1] : undefined;
  if (sign) return operatorProblem(text, sign);
  const meant = name && !known ? suggest(name, signalNames()) : undefined;
  const example = `${known ? name : meant ?? 'error_rate'} > ${exampleFor(
    known ? name : meant ?? 'error_rate',
  )}`;
  return {
    code: 'O8140',
    message:
      'The condition is not of the form `<signal> <operator> <number><unit>`.',
    hint: `Write for example \`${example}\`, or use \`expr\` for PromQL.`,
    index: known ? lead.length + name.length : lead.length,
  };
}

const OPERATORS: Record<string, ConditionOperator> = {
  '=': '==',
  '=>': '>=',
  '=<': '<=',
};

function operatorProblem(text: string, sign: string): AlertProblem {
  const operator = OPERATORS[sign];
  const index = text.indexOf(sign);
  const written = text.replace(sign, operator).trim();
  return {
    code: 'O8140',
    message: `\`${sign}\` is not an operator.`,
    hint:
      'condition' in parseCondition(written)
        ? `Write \`${written}\`.`
        : `Write \`${operator}\`.`,
    index,
  };
}

function exampleFor(name: string): string {
  const units = Object.keys(signalNamed(name)?.units ?? { '%': 1 });
  return units.includes('ms') ? '500ms' : `5${units[units.length - 1]}`;
}
