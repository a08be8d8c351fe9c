import { AlertProblem, compileAlertRules } from '../../alerts';
import { isObject, listAt } from '../yaml/Located';
import { Finding, Rule } from './Rule';

/** The ways to say when an alert fires. */
const FIELDS = ['condition', 'expr', 'slo'] as const;
const ANYWHERE = { module: 'module', namespace: 'namespace' };

/** Every alert has one condition that can be turned into PromQL. */
export const alertConditions: Rule = module =>
  listAt(module, ['spec', 'monitoring', 'alerts']).flatMap(
    (alert, position): Finding[] => {
      if (!isObject(alert)) return [];
      const path = ['spec', 'monitoring', 'alerts', position];
      const given = FIELDS.filter(field => alert[field] !== undefined);
      const [field, second] = given;
      if (given.length !== 1) {
        return [
          {
            code: 'O8142',
            path: second ? [...path, second] : path,
            part: 'key',
            message: second
              ? `The alert has both \`${field}\` and \`${second}\`.`
              : 'The alert has none of `condition`, `expr` and `slo`.',
            hint: second
              ? 'Remove one of the two.'
              : 'Add for example `condition: "error_rate > 5%"`.',
          },
        ];
      }
      const text = alert[field];
      if (typeof text !== 'string' || text === '') return [];
      const problem = problemOf(field, text);
      return problem ? [{ ...problem, path: [...path, field] }] : [];
    },
  );

/** Texts that were compiled lately, oldest first: an alert is read again for each environment. */
const lately = new Map<string, AlertProblem | undefined>();
const MAX_LATELY = 500;
/** Longer ones are not worth the memory. */
const MAX_LENGTH = 500;

function problemOf(
  field: (typeof FIELDS)[number],
  text: string,
): AlertProblem | undefined {
  const key = `${field}\0${text}`;
  if (lately.has(key)) return lately.get(key);
  const compiled = compileAlertRules(
    { [field]: text, for: '5m', severity: 'warning' },
    ANYWHERE,
  );
  const problem = 'problem' in compiled ? compiled.problem : undefined;
  if (text.length <= MAX_LENGTH) {
    if (lately.size >= MAX_LATELY) lately.delete(lately.keys().next().value!);
    lately.set(key, problem);
  }
  return problem;
}
