import { compileAlert } from '../../alerts';
import { at, isObject, listAt } from '../yaml/Located';
import { Finding, Rule } from './Rule';

/** Every alert has one condition that can be turned into PromQL. */
export const alertConditions: Rule = module =>
  listAt(module, ['spec', 'monitoring', 'alerts']).flatMap(
    (alert, position): Finding[] => {
      if (!isObject(alert)) return [];
      const path = ['spec', 'monitoring', 'alerts', position];
      const condition = at(alert, ['condition']);
      const expr = at(alert, ['expr']);
      if ((condition === undefined) === (expr === undefined)) {
        const both = condition !== undefined;
        return [
          {
            code: 'O8142',
            path: both ? [...path, 'expr'] : path,
            part: 'key',
            message: `The alert has ${
              both
                ? 'both `condition` and `expr`'
                : 'neither `condition` nor `expr`'
            }.`,
            hint: both
              ? 'Remove one of the two.'
              : 'Add for example `condition: "error_rate > 5%"`.',
          },
        ];
      }
      const field = condition === undefined ? 'expr' : 'condition';
      const text = alert[field];
      if (typeof text !== 'string' || text === '') return [];
      const compiled = compileAlert(
        { [field]: text },
        { module: 'module', namespace: 'namespace' },
      );
      return 'problem' in compiled
        ? [{ ...compiled.problem, path: [...path, field] }]
        : [];
    },
  );
