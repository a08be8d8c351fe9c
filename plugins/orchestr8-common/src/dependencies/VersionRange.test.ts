import fc from 'fast-check';
import semver from 'semver';
import {
  formatRange,
  includes,
  intersection,
  newestIn,
  parseRange,
} from './VersionRange';

const part = fc.integer({ min: 0, max: 3 });
const release = fc.tuple(part, part, part).map(parts => parts.join('.'));
const version = fc
  .tuple(release, fc.constantFrom('', '', '-rc.1', '-rc.2', '-0'))
  .map(([core, pre]) => core + pre);
const comparator = fc.oneof(
  fc
    .tuple(fc.constantFrom('^', '~', '>', '>=', '<', '<=', '=', ''), version)
    .map(([operator, text]) => operator + text),
  fc
    .tuple(fc.constantFrom('^', '~', '>', '<='), part, part)
    .map(([operator, major, minor]) => `${operator}${major}.${minor}`),
  fc.tuple(part, part).map(([major, minor]) => `${major}.${minor}.x`),
  fc.tuple(version, version).map(([from, to]) => `${from} - ${to}`),
  fc.constantFrom('*', 'x', '1', '2.x'),
);
const range = fc
  .array(
    fc
      .array(comparator, { minLength: 1, maxLength: 2 })
      .map(parts => parts.join(' ')),
    { minLength: 1, maxLength: 3 },
  )
  .map(sets => sets.join(' || '))
  .filter(text => semver.validRange(text) !== null);

const OPTIONS = { includePrerelease: true };

describe('ranges as intervals', () => {
  it('hold the versions that node-semver says', () => {
    fc.assert(
      fc.property(range, version, (text, candidate) => {
        expect(includes(parseRange(text)!, candidate)).toBe(
          semver.satisfies(candidate, text, OPTIONS),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('meet in what both hold', () => {
    fc.assert(
      fc.property(range, range, version, (one, other, candidate) => {
        const both = intersection(parseRange(one)!, parseRange(other)!);
        expect(includes(both, candidate)).toBe(
          semver.satisfies(candidate, one, OPTIONS) &&
            semver.satisfies(candidate, other, OPTIONS),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['^6.0', '>=6.0.0 <7.0.0'],
    ['~1.2.3 || 5.x', '>=1.2.3 <1.3.0 || >=5.0.0 <6.0.0'],
    ['1.2.3', '1.2.3'],
    ['>1.2', '>=1.3.0'],
    ['1.x || >=1.5 <3', '>=1.0.0 <3.0.0'],
    ['*', '*'],
  ])('%s reads %s', (text, shown) => {
    expect(formatRange(parseRange(text)!)).toBe(shown);
  });

  it.each(['six or so', `${'1.x || '.repeat(50)}2.x`])(
    'are not made of %.20p',
    text => {
      expect(parseRange(text)).toBeUndefined();
    },
  );

  it('pass over what is no version', () => {
    expect(newestIn(parseRange('^1.0')!, ['latest', '1.2.0', '1.10.0'])).toBe(
      '1.10.0',
    );
  });
});
