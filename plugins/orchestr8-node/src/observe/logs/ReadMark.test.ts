import { ReadMark } from './ReadMark';

const T1 = '2026-01-01T10:00:01Z';
const T2 = '2026-01-01T10:00:02.5Z';
const T3 = '2026-01-01T10:00:03Z';

describe('ReadMark', () => {
  it('tells the lines of a repeated reading from the new ones', () => {
    const mark = new ReadMark();
    [T1, T2, T2].forEach(time => mark.read(time));
    expect(mark.since).toBe(T2);
    const isRepeated = mark.repeats();
    // Two lines of the last instant were read; a third has come since.
    expect([T1, T2, T2, T2, T3].map(isRepeated)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('takes everything for new when nothing was read', () => {
    const isRepeated = new ReadMark().repeats();
    expect(isRepeated(T1)).toBe(false);
  });
});
