import {
  AlertProblem,
  AlertSource,
  compileAlertRules,
  conditionDoubt,
} from '../../alerts';
import { isObject, listAt } from '../yaml/Located';
import { lately } from './lately';
import { Finding, Rule } from './Rule';

/** The ways to say when an alert fires. */
const FIELDS = ['condition', 'expr', 'slo'] as const;
const ANYWHERE = { module: 'module', namespace: 'namespace' };

/** Every alert has one condition that can be turned into PromQL, and that is not true or false for ever. */
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
      const problem = PROBLEMS[field](text);
      if (problem) return [{ ...problem, path: [...path, field] }];
      const doubt = field === 'condition' && doubtOf(text);
      return doubt
        ? [{ ...doubt, severity: 'warning', path: [...path, field] }]
        : [];
    },
  );

const doubtOf = lately(conditionDoubt);

const PROBLEMS = {
  condition: lately(condition => problemOf({ condition })),
  expr: lately(expr => problemOf({ expr })),
  slo: lately(slo => problemOf({ slo })),
};

function problemOf(
  alert: Pick<AlertSource, 'condition' | 'expr' | 'slo'>,
): AlertProblem | undefined {
  const compiled = compileAlertRules(
    { ...alert, for: '5m', severity: 'warning' },
    ANYWHERE,
  );
  return 'problem' in compiled ? compiled.problem : undefined;
}
