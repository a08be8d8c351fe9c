import fc from 'fast-check';
import { BEGINNING, isAfter, Placing, secondOf } from './Place';

const source = { namespace: 'n', pod: 'web', container: 'app' };
const stamp = (ms: number) => new Date(1.7e12 + ms).toISOString();
const place = (times: readonly string[]) => {
  const placing = new Placing(source);
  return times.map(time => placing.place({ time, text: 'x' }));
};

describe('Placing', () => {
  it('gives each line a place behind the one before it, whatever its stamp', () => {
    const time = fc.oneof(
      fc.integer({ min: 0, max: 30 }).map(stamp),
      fc.constantFrom('', 'nonsense', '2023-11-14T23:13:20.01+01:00'),
    );
    fc.assert(
      fc.property(fc.array(time), times => {
        const lines = [BEGINNING, ...place(times)];
        for (let at = 1; at < lines.length; at++) {
          expect(isAfter(lines[at], lines[at - 1])).toBe(true);
          expect(isAfter(lines[at - 1], lines[at])).toBe(false);
        }
      }),
    );
  });

  it('finds the same places when it reads again from the second of one of them', () => {
    const times = fc
      .array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1 })
      .map(list => list.sort((a, b) => a - b).map(stamp));
    fc.assert(
      fc.property(times, fc.nat(), (all, pick) => {
        const lines = place(all);
        const mark = lines[pick % lines.length];
        const since = Date.parse(secondOf(mark)!);
        const again = place(all.filter(time => Date.parse(time) >= since));
        expect(again.filter(line => isAfter(line, mark))).toEqual(
          lines.filter(line => isAfter(line, mark)),
        );
      }),
    );
  });

  it('counts a line that bears an earlier stamp than the one before it to that one', () => {
    const [, first, late, next] = place([9, 12, 11, 13].map(stamp));
    expect([first.nth, late.nth, next.nth]).toEqual([1, 2, 1]);
    expect(late.at).toBe(first.at);
    expect(late.time).toBe(stamp(11));
  });

  it('takes a line without a stamp for as old as the one before it', () => {
    const [first, bare] = place([stamp(5), '']);
    expect(bare.time).toBe(first.time);
  });
});
