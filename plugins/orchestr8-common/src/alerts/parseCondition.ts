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
  if (!Object.hasOwn(signal.units, unit)) {
    const example = Object.keys(signal.units).find(known => known !== '')!;
    return {
      problem: {
        code: 'O8140',
        message: unit
          ? `\`${unit}\` is not a unit of \`${name}\`.`
          : `The unit of \`${name}\` is missing.`,
        hint: `Write \`${name} ${operator} ${number}${example}\`.`,
        index: [lead, name, gap, operator, space, number, tail].join('').length,
      },
    };
  }
  return {
    condition: {
      name,
      signal,
      operator: operator as ConditionOperator,
      threshold: scaled(number, signal.units[unit]),
    },
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
  const meant = name && !known ? suggest(name, signalNames()) : undefined;
  const example = `${known ? name : meant ?? 'error_rate'} > ${exampleFor(
    known ? name : meant ?? 'error_rate',
  )}`;
  return {
    code: 'O8140',
    message: rest?.trim().startsWith('=')
      ? '`=` is not an operator; equality is `==`.'
      : 'The condition is not of the form `<signal> <operator> <number><unit>`.',
    hint: `Write for example \`${example}\`, or use \`expr\` for PromQL.`,
    index: known ? lead.length + name.length : lead.length,
  };
}

function exampleFor(name: string): string {
  const units = Object.keys(signalNamed(name)?.units ?? { '%': 1 });
  return units.includes('ms') ? '500ms' : `5${units[units.length - 1]}`;
}
