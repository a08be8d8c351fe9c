import fc from 'fast-check';
import { inOrder, mergeByTime } from './mergeByTime';
import { PlacedLine, Placing } from './Place';
import { timeKey } from './timeKey';

/** A log whose lines bear these milliseconds, in bunches of a size. */
function logOf(pod: string, times: readonly number[], size: number) {
  const placing = new Placing({ namespace: 'n', pod, container: 'app' });
  const lines = times.map(ms =>
    placing.place({ time: new Date(1.7e12 + ms).toISOString(), text: `${ms}` }),
  );
  const bunches: PlacedLine[][] = [];
  for (let at = 0; at < lines.length; at += size) {
    bunches.push(lines.slice(at, at + size));
  }
  let isClosed = false;
  async function* read() {
    try {
      yield* bunches;
    } finally {
      isClosed = true;
    }
  }
  return { lines, read, isClosed: () => isClosed };
}

describe('timeKey', () => {
  it.each([
    ['2026-01-01T10:00:00Z', '2026-01-01T10:00:00.000000000'],
    ['2026-01-01T10:00:00.1Z', '2026-01-01T10:00:00.100000000'],
    ['2026-01-01T10:00:00.123456789Z', '2026-01-01T10:00:00.123456789'],
    ['2026-01-01T12:00:00.5+02:00', '2026-01-01T10:00:00.500000000'],
    ['2026-99-01T12:00:00.5+02:00', ''],
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
  const times = fc
    .array(fc.integer({ min: 0, max: 500 }), { maxLength: 20 })
    .map(list => list.sort((a, b) => a - b));

  it('loses nothing, adds nothing and is in order, whatever the logs and their bunches', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(times, fc.integer({ min: 1, max: 5 })), {
          maxLength: 6,
        }),
        async given => {
          const logs = given.map(([list, size], at) =>
            logOf(`p${at}`, list, size),
          );
          const merged: PlacedLine[] = [];
          for await (const lines of mergeByTime(logs.map(log => log.read()))) {
            merged.push(...lines);
          }
          const all = logs.flatMap(({ lines }) => lines);
          expect(merged).toHaveLength(all.length);
          expect(new Set(merged)).toEqual(new Set(all));
          const stamps = merged.map(({ at }) => at);
          expect(stamps).toEqual([...stamps].sort());
          for (const { lines } of logs) {
            const own = merged.filter(line => lines.includes(line));
            expect(own).toEqual(lines);
          }
        },
      ),
    );
  });

  it('lets go of every log when its reader stops', async () => {
    const logs = [logOf('a', [1, 3, 5], 1), logOf('b', [2, 4, 6], 1)];
    for await (const lines of mergeByTime(logs.map(log => log.read()))) {
      expect(lines.map(({ text }) => text)).toEqual(['1']);
      break;
    }
    expect(logs.map(log => log.isClosed())).toEqual([true, true]);
  });
});

describe('inOrder', () => {
  it('keeps the order of the lists where stamps are the same', () => {
    const [a, b] = [logOf('a', [1, 2], 9).lines, logOf('b', [1, 2], 9).lines];
    expect(inOrder([a, b]).map(({ pod, text }) => pod + text)).toEqual([
      'a1',
      'b1',
      'a2',
      'b2',
    ]);
  });
});
