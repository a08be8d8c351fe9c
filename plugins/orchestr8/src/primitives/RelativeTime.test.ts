import { formatDuration } from './formatDuration';
import { relativeTime } from './RelativeTime';

describe('relativeTime', () => {
  it.each([
    [-3_000, 'just now'],
    [-42_000, '42 seconds ago'],
    [-60_000, '1 minute ago'],
    [-7_200_000, '2 hours ago'],
    [-86_400_000, 'yesterday'],
    [600_000, 'in 10 minutes'],
  ])('says %i ms as %s', (ms, words) => {
    expect(relativeTime(ms)).toBe(words);
  });
});

describe('formatDuration', () => {
  it.each([
    [-5, '0 ms'],
    [850, '850 ms'],
    [4_200, '4.2 s'],
    [42_000, '42 s'],
    [60_000, '1 min'],
    [200_000, '3 min 20 s'],
    [7_500_000, '2 h 5 min'],
  ])('says %i ms as %s', (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });
});
