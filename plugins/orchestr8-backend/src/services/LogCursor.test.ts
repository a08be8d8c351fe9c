import { LogLine } from '@orchestr8/backstage-plugin-orchestr8-common';
import { LogCursor } from './LogCursor';

const at = (nanoseconds: number, pod = 'web-1', text = ''): LogLine => ({
  time: `2026-11-24T08:00:0${Math.floor(nanoseconds / 1e9)}.${String(
    nanoseconds % 1e9,
  ).padStart(9, '0')}Z`,
  pod,
  container: 'app',
  text,
});

/** A merged log with several lines of one instant, of one container and of two. */
const LINES: LogLine[] = [
  at(1, 'web-1', 'a'),
  at(1, 'web-1', 'b'),
  at(1, 'web-2', 'c'),
  at(5, 'web-2', 'd'),
  at(4, 'web-1', 'late'),
  at(5, 'web-2', 'e'),
  at(3e9, 'web-3', 'f'),
  at(3e9, 'web-1', 'g'),
];

describe('LogCursor', () => {
  it.each(LINES.map((_, index) => index + 1))(
    'tells the rest, and nothing twice, to who comes back after %i lines',
    count => {
      const first = new LogCursor();
      const before = LINES.slice(0, count).filter(line => first.tell(line));
      const again = LogCursor.parse(first.toString());
      const after = LINES.filter(line => again?.tell(line));
      expect([...before, ...after].map(({ text }) => text).sort()).toEqual(
        LINES.map(({ text }) => text).sort(),
      );
    },
  );

  it('stays within an address, however many containers write', () => {
    const cursor = new LogCursor();
    for (let pod = 0; pod < 200; pod++) {
      cursor.tell(at(pod * 1e6, `web-${pod}`));
    }
    const text = cursor.toString();
    expect(text.length).toBeLessThanOrEqual(1000);
    const again = LogCursor.parse(text);
    expect(again?.tell(at(199e6, 'web-199'))).toBe(false);
    expect(again?.tell(at(1e6, 'web-1'))).toBe(false);
    expect(again?.tell(at(200e6, 'web-1'))).toBe(true);
  });

  it('says from when to read again', () => {
    const cursor = new LogCursor();
    expect(cursor.since).toBeUndefined();
    cursor.tell(at(1));
    cursor.tell({ ...at(1), time: '2026-11-24T09:00:00+01:00' });
    cursor.tell({ ...at(1), time: '2026-11-24T08:01:00Z' });
    expect(LogCursor.parse(cursor.toString())?.since).toBe(
      '2026-11-24T08:00:50.000Z',
    );
  });

  it.each([
    '',
    '5',
    '2026-11-24T08:00:00Z',
    '1.1~x',
    `1.1${'~abcdef.1.1'.repeat(41)}`,
  ])('takes "%s" for no cursor', text => {
    expect(LogCursor.parse(text)).toBeUndefined();
  });
});
