import {
  isAfter,
  PlacedLine,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { LogCursor } from './LogCursor';

/** A line at so many nanoseconds of a minute, the how-manieth with that stamp. */
const at = (
  nanoseconds: number,
  options: { pod?: string; nth?: number } = {},
): PlacedLine => {
  const { pod = 'web-1', nth = 1 } = options;
  const second = String(Math.floor(nanoseconds / 1e9)).padStart(2, '0');
  const key = `2026-11-24T08:00:${second}.${String(nanoseconds % 1e9).padStart(
    9,
    '0',
  )}`;
  const text = `${pod} ${nanoseconds} ${nth}`;
  return { time: `${key}Z`, at: key, nth, pod, container: 'app', text };
};

/** A merged log with several lines of one instant, of one container and of two, and one out of order. */
const LINES: PlacedLine[] = [
  at(1),
  at(1, { nth: 2 }),
  at(1, { pod: 'web-2' }),
  at(5, { pod: 'web-2' }),
  at(4),
  at(5, { pod: 'web-2', nth: 2 }),
  at(3e9, { pod: 'web-3' }),
  at(3e9),
];

const told = (lines: readonly PlacedLine[]) => {
  const cursor = new LogCursor();
  cursor.tell(lines);
  return cursor;
};
const again = (cursor: LogCursor) => LogCursor.parse(cursor.toString())!;

describe('LogCursor', () => {
  it.each(LINES.map((_, index) => index + 1))(
    'stands behind all that has been told, and before the rest, after %i lines',
    count => {
      const cursor = again(told(LINES.slice(0, count)));
      const rest = LINES.filter(line => isAfter(line, cursor.placeOf(line)));
      expect(rest).toEqual(LINES.slice(count));
    },
  );

  it('stands still for whoever comes back and hears nothing new', () => {
    const written = told(LINES).toString();
    expect(LogCursor.parse(written)?.toString()).toBe(written);
  });

  it('stands before every line when nothing has been told', () => {
    const cursor = again(new LogCursor());
    expect(LINES.every(line => isAfter(line, cursor.placeOf(line)))).toBe(true);
  });

  it('stays within an address, however many containers write, and exact for as many as are read at once', () => {
    const pods = Array.from({ length: 200 }, (_, pod) =>
      at(40e9 + pod * 1e6, { pod: `web-${pod}` }),
    );
    const cursor = told(pods);
    expect(cursor.toString().length).toBeLessThanOrEqual(1500);
    for (const line of pods.slice(-64)) {
      const place = again(cursor).placeOf(line);
      expect(place).toEqual({ at: line.at, nth: line.nth });
    }
    for (const line of pods.slice(0, -64)) {
      expect(isAfter(line, again(cursor).placeOf(line))).toBe(false);
    }
  });

  it('keeps one mark for all that were silent', () => {
    const cursor = again(told([at(1), at(50e9, { pod: 'web-2' })]));
    expect(cursor.placeOf({ pod: 'web-1', container: 'app' })).toEqual({
      at: at(40e9).at,
      nth: Infinity,
    });
  });

  it('is exact across the turn of a minute', () => {
    const before = at(59_999_999_999, { nth: 7 });
    const key = '2026-11-24T08:01:00.000000001';
    const after = { ...at(0, { pod: 'web-2' }), time: `${key}Z`, at: key };
    const cursor = again(told([before, after]));
    for (const line of [before, after]) {
      const { at: stamp, nth } = line;
      expect(cursor.placeOf(line)).toEqual({ at: stamp, nth });
    }
  });

  it.each([
    '',
    '5',
    '2026-11-24T08:00:00Z',
    '1.1~x',
    `1.1${'~abcdef.1.1'.repeat(65)}`,
  ])('takes "%s" for no cursor', text => {
    expect(LogCursor.parse(text)).toBeUndefined();
  });
});
