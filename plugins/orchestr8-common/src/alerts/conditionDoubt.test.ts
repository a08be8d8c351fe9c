import { conditionDoubt } from './conditionDoubt';

describe('a condition that does not depend on anything', () => {
  it.each([
    ['error_rate > 500%', 'never', 'Did you mean `error_rate > 5%`?', 13],
    [
      'availability == 150%',
      'hardly ever',
      'Did you mean `availability == 1.5%`?',
      16,
    ],
    [
      'cpu_usage >= 8000%',
      'hardly ever',
      'Did you mean `cpu_usage >= 80%`?',
      13,
    ],
    ['memory_usage > 90000%', 'hardly ever', 'a number from 0% to 100%', 15],
    [
      'availability < 200%',
      'nearly always',
      'Did you mean `availability < 2%`?',
      15,
    ],
    ['availability <= 101%', 'nearly always', '`availability <= 1.01%`', 16],
    ['error_rate != 120%', 'always', '`error_rate != 1.2%`', 14],
    ['error_rate < 0%', 'never', 'Did you mean `error_rate == 0%`?', 13],
    ['cpu_usage < 0%', 'never', 'Did you mean `cpu_usage == 0%`?', 12],
    ['error_rate >= 0%', 'always', 'Did you mean `error_rate > 0%`?', 14],
    ['p95_latency < 0ms', 'never', '`p95_latency == 0ms`', 14],
    ['restarts >= 0', 'always', 'Did you mean `restarts > 0/h`?', 12],
  ])('%s is %s true', (text, outcome, hint, index) => {
    expect(conditionDoubt(text)).toEqual({
      code: 'O8144',
      message: expect.stringContaining(`the condition is ${outcome} true`),
      hint: expect.stringContaining(hint),
      index,
    });
  });

  it.each([
    ['memory_usage > 200%', 'and beyond only where a container has no limit'],
    ['availability > 200%', 'and beyond only while a rollout adds replicas'],
  ])('%s is told with when it may be true after all', (text, when) => {
    expect(conditionDoubt(text)?.message).toContain(when);
  });

  it.each([
    'error_rate > 5%',
    'error_rate > 0%',
    'error_rate <= 0%',
    'error_rate > 100%',
    'availability < 100%',
    'availability != 100%',
    'cpu_usage >= 100%',
    'request_rate > 5000/s',
    'restarts > 300',
    'p99_latency > 600s',
  ])('%s depends', text => {
    expect(conditionDoubt(text)).toBeUndefined();
  });

  it('is not looked for in what cannot be read', () => {
    expect(conditionDoubt('error_rate > 500')).toBeUndefined();
  });
});
