import { LogLine } from '@orchestr8/backstage-plugin-orchestr8-common';
import fc from 'fast-check';
import { mergeByTime } from './mergeByTime';
import { timeKey } from './timeKey';

const line = (time: string, pod = 'a'): LogLine => ({
  time,
  pod,
  container: 'app',
  text: time,
});

describe('timeKey', () => {
  it.each([
    ['2026-01-01T10:00:00Z', '2026-01-01T10:00:00.000000000'],
    ['2026-01-01T10:00:00.1Z', '2026-01-01T10:00:00.100000000'],
    ['2026-01-01T10:00:00.123456789Z', '2026-01-01T10:00:00.123456789'],
    ['2026-01-01T12:00:00.5+02:00', '2026-01-01T10:00:00.500000000'],
    ['nonsense', ''],
  ])('of %s sorts as %s', (time, key) => {
    expect(timeKey(time)).toBe(key);
  });

  it('sorts what the stamps themselves do not', () => {
    expect('10:00:00.1Z' < '10:00:00.12Z').toBe(false);
    expect(
      timeKey('2026-01-01T10:00:00.1Z') < timeKey('2026-01-01T10:00:00.12Z'),
    ).toBe(true);
  });
});

describe('mergeByTime', () => {
  it('keeps the newest lines of all lists together', () => {
    const merged = mergeByTime(
      [
        [line('2026-01-01T10:00:00Z'), line('2026-01-01T10:00:03Z')],
        [line('2026-01-01T10:00:01Z', 'b'), line('2026-01-01T10:00:02Z', 'b')],
      ],
      { last: 3 },
    );
    expect(
      merged.map(({ pod, time }) => `${pod} ${time.slice(17, 19)}`),
    ).toEqual(['b 01', 'b 02', 'a 03']);
  });

  it('loses nothing, adds nothing and is in order, whatever the lists', () => {
    const stamp = fc
      .integer({ min: 0, max: 5000 })
      .map(ms => new Date(1.7e12 + ms).toISOString());
    const list = fc.array(stamp).map(times => times.sort().map(t => line(t)));
    fc.assert(
      fc.property(fc.array(list, { maxLength: 6 }), lists => {
        const merged = mergeByTime(lists);
        const keys = merged.map(({ time }) => timeKey(time));
        expect(keys).toEqual([...keys].sort());
        expect(new Set(merged)).toEqual(new Set(lists.flat()));
        expect(merged).toHaveLength(lists.flat().length);
      }),
    );
  });
});
