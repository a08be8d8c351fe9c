import fc from 'fast-check';
import semver from 'semver';
import { isRange } from './identity';

const part = fc.constantFrom(
  ...['0', '1', '12', '007', '999999999', '1234567890', '9007199254740993'],
  ...['x', '*', '-1', '1a', ''],
);
const version = fc
  .array(part, { minLength: 1, maxLength: 4 })
  .map(parts => parts.join('.'));
const range = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '', '^', '~', '=', '>', '>=', '<', '<=', '=>', '||'),
      version,
      fc.constantFrom('', ' ', ' ', '  ', '-rc.1', ' - ', ' || ', '\n'),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map(parts => parts.flat().join(''));

describe('a range of versions', () => {
  it('is one exactly when node-semver says so', () => {
    fc.assert(
      fc.property(range, text => {
        const isOne = isRange(text);
        expect({ text, isOne }).toEqual({
          text,
          isOne: semver.validRange(text) !== null,
        });
      }),
      { numRuns: 5_000 },
    );
  });
});
