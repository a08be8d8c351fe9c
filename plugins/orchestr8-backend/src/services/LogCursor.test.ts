import { PlacedLine } from '@orchestr8/backstage-plugin-orchestr8-node';
import { LogCursor } from './LogCursor';

/** Written so many nanoseconds after 2026-11-24T08:00:00. */
function lineAt(
  nanoseconds: number,
  { pod, nth }: { pod: string; nth: number },
): PlacedLine {
  const seconds = Math.floor(nanoseconds / 1e9);
  const time = new Date(Date.UTC(2026, 10, 24, 8, 0, seconds)).toISOString();
  const fraction = String(nanoseconds % 1e9).padStart(9, '0');
  const at = `${time.slice(0, 19)}.${fraction}`;
  return { time: `${at}Z`, pod, container: 'app', text: '', at, nth };
}

describe('LogCursor', () => {
  it.each([
    ['a nanosecond', 1],
    ['seconds', 7 * 1e9],
    ['a minute begun in between', 31 * 1e9],
    ['more than a minute', 61 * 1e9 + 1],
  ])(
    'says of every container, after it was text, that what was told is told and what follows is not, with lines apart by %s',
    (_, apart) => {
      const cursor = new LogCursor();
      const last = new Map<string, PlacedLine>();
      for (let at = 0; at < 12; at++) {
        const told = lineAt(at * apart, {
          pod: 'abc'[(at * 5) % 3],
          nth: at + 1,
        });
        cursor.tell([told]);
        last.set(told.pod, told);
      }
      const back = LogCursor.parse(cursor.toString())!;
      const newest = lineAt(11 * apart, { pod: 'a', nth: 1 }).at;
      for (const [pod, { at, nth }] of last) {
        const place = back.placeOf({ pod, container: 'app' });
        // Of one that has long been silent only the floor is known.
        expect(place.at >= at && place.at <= newest).toBe(true);
        expect(place.at > at || place.nth >= nth).toBe(true);
      }
      expect(back.toString()).toBe(cursor.toString());
    },
  );

  it('takes the last line of each container from lines that come mixed', () => {
    const cursor = new LogCursor();
    cursor.tell([
      lineAt(1, { pod: 'a', nth: 1 }),
      lineAt(2, { pod: 'b', nth: 1 }),
      lineAt(3, { pod: 'a', nth: 1 }),
      lineAt(3, { pod: 'a', nth: 2 }),
      lineAt(59_999_999_999, { pod: 'b', nth: 7 }),
    ]);
    cursor.tell([lineAt(60_000_000_001, { pod: 'c', nth: 1 })]);
    const back = LogCursor.parse(cursor.toString())!;
    const placeOf = (pod: string) => back.placeOf({ pod, container: 'app' });
    expect(placeOf('b')).toEqual({
      at: '2026-11-24T08:00:59.999999999',
      nth: 7,
    });
    expect(placeOf('c')).toEqual({
      at: '2026-11-24T08:01:00.000000001',
      nth: 1,
    });
    // Silent for a minute: the floor says it for "a", and for whoever else.
    expect(placeOf('a').nth).toBe(Infinity);
    expect(placeOf('a').at > '2026-11-24T08:00:00.000000003').toBe(true);
    expect(placeOf('d')).toEqual(placeOf('a'));
  });
});
