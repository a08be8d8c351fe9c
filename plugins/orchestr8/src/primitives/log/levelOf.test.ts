import { levelOf } from './levelOf';

describe('levelOf', () => {
  it.each([
    ['2026-11-20 ERROR could not connect', 'error'],
    ['{"level": "error","msg":"boom"}', 'error'],
    ['time=now level=fatal msg=bye', 'error'],
    ['java.lang.IllegalStateException: no', 'error'],
    ['TypeError: x is not a function', 'error'],
    ['panic: runtime error', 'error'],
    ['WARN slow query', 'warning'],
    ['{"level":"warn","msg":"slow"}', 'warning'],
    ['GET /errors 200', undefined],
    ['0 errors found', undefined],
    ['no warning signs here', undefined],
  ])('reads %s as %s', (text, level) => {
    expect(levelOf(text)).toBe(level);
  });
});
