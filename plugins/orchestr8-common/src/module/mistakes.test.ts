import { MISTAKES, seed } from './__fixtures__/mistakes';
import { MY_SERVICE } from './__fixtures__/myService';
import { parseModuleText } from './parseModuleText';
import { PROBLEM_CODES } from './problemCodes';

describe('every mistake is explained where it stands', () => {
  it.each(MISTAKES.map(mistake => [mistake.title, mistake] as const))(
    '%s',
    (_, mistake) => {
      const { text, line, column } = seed(mistake);
      const { module, problems } = parseModuleText(text);
      const severity = mistake.severity ?? 'error';

      const found = problems.map(problem => ({
        code: problem.code,
        severity: problem.severity,
        line: problem.line,
        column: problem.column,
        hint: problem.hint,
      }));
      expect(found).toContainEqual({
        code: mistake.code,
        severity,
        line,
        column,
        hint: mistake.hint,
      });
      expect(module === undefined).toBe(severity === 'error');
      for (const { code, message, hint } of problems) {
        expect(PROBLEM_CODES).toHaveProperty(code);
        expect(hint).toMatch(/^[`A-Z].*[.?]$/s);
        expect(message).toMatch(/^[`A-Z].*\.$/s);
      }
    },
  );

  it('one slip does not make a crowd of problems', () => {
    const usual = parseModuleText(MY_SERVICE).problems.length;
    const crowded = MISTAKES.filter(mistake => {
      const { problems } = parseModuleText(seed(mistake).text);
      return problems.length > usual + 2;
    });
    expect(crowded.map(({ title }) => title)).toEqual([]);
  });

  it('covers at least sixty mistakes', () => {
    expect(MISTAKES.length).toBeGreaterThanOrEqual(60);
  });
});
