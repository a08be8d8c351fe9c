import { parseDuration } from './parseDuration';

describe('parseDuration', () => {
  it.each([
    ['90s', 90_000],
    ['10m', 600_000],
    ['1h30m', 5_400_000],
    ['2d', 172_800_000],
    ['1w', 604_800_000],
    ['250ms', 250],
    ['0s', 0],
  ])('reads %s', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(['', '5', '5 m', 'm', '-5m', '1.5h', '5min', `${'9'.repeat(400)}s`])(
    'does not read %p',
    text => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );
});
