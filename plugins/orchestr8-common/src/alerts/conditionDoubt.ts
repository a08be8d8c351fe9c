import { AlertProblem } from './AlertProblem';
import { Condition, parseCondition } from './parseCondition';

/**
 * Why a condition that can be read is hardly meant: whatever happens, it is
 * never true, or always, or as good as that. `undefined` for one that cannot be
 * read.
 *
 * @public
 */
export function conditionDoubt(text: string): AlertProblem | undefined {
  const parsed = parseCondition(text);
  if ('problem' in parsed) return undefined;
  const { condition } = parsed;
  const { name, signal, threshold, at } = condition;
  const outcome = outcomeOf(condition);
  if (!outcome) return undefined;
  const range = rangeOf(condition);
  const often = signal.strays && threshold > 0 ? NEARLY[outcome] : outcome;
  return {
    code: 'O8144',
    message: `\`${name}\` ${range}, so that the condition is ${often} true: the alert ${often} fires.`,
    hint: hintFor(condition),
    index: at,
  };
}

const NEARLY = { never: 'hardly ever', always: 'nearly always' };

function rangeOf({ signal, threshold }: Condition): string {
  const { highest, strays } = signal;
  if (!highest || threshold === 0) return 'is never below 0';
  const range = `goes from 0% to ${highest * 100}%`;
  return strays ? `${range}, and beyond only ${strays}` : range;
}

/** What a condition comes to whatever the signal is; `undefined`: that depends. */
function outcomeOf({
  operator,
  threshold,
  signal,
}: Condition): 'never' | 'always' | undefined {
  const beyond = threshold > (signal.highest ?? Infinity);
  switch (operator) {
    case '>':
    case '==':
      return beyond ? 'never' : undefined;
    case '<=':
    case '!=':
      return beyond ? 'always' : undefined;
    case '>=':
      if (threshold === 0) return 'always';
      return beyond ? 'never' : undefined;
    case '<':
      if (threshold === 0) return 'never';
      return beyond ? 'always' : undefined;
    default:
      throw new Error(`There is no operator "${operator satisfies never}".`);
  }
}

/** A number that is too high by a hundred was made a percentage twice. */
function hintFor({ name, operator, threshold, signal }: Condition): string {
  if (threshold === 0) {
    const meant = operator === '<' ? '==' : '>';
    const unit = Object.keys(signal.units).find(each => each !== '');
    return `Did you mean \`${name} ${meant} 0${unit}\`?`;
  }
  return threshold <= 100
    ? `Did you mean \`${name} ${operator} ${threshold}%\`?`
    : 'Compare with a number from 0% to 100%.';
}
