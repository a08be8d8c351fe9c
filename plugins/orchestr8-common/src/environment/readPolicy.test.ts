import { readPolicy } from './readPolicy';

const OPTIONS = {
  rules: ['own-namespace', 'pod-security-restricted'],
  environments: ['dev', 'production'],
};
const exception = (changes: object = {}) => ({
  rule: 'pod-security-restricted',
  module: 'agent',
  environment: 'prod',
  reason: 'reads the logs of the node until the new collector is there',
  expires: '2027-01-31',
  ...changes,
});

describe('readPolicy', () => {
  it('reads exceptions, with the end of the day on which they expire', () => {
    expect(
      readPolicy(
        { clusterScopedKinds: ['PriorityClass'], exceptions: [exception()] },
        OPTIONS,
      ),
    ).toEqual({
      clusterScopedKinds: ['PriorityClass'],
      exceptions: [
        exception({
          environment: 'production',
          expires: '2027-01-31T23:59:59.000Z',
        }),
      ],
    });
  });

  it('allows nothing when nothing is written', () => {
    expect(readPolicy(undefined, OPTIONS)).toEqual({
      clusterScopedKinds: [],
      exceptions: [],
    });
  });

  it.each<[string, object, RegExp]>([
    [
      'an unknown rule',
      { rule: 'pod-security' },
      /exceptions\[0\]\.rule: "pod-security" is no rule/,
    ],
    ['no module', { module: undefined }, /exceptions\[0\]\.module: is missing/],
    [
      'an unknown environment',
      { environment: 'test' },
      /no environment is named "test"; known: "dev"/,
    ],
    ['no reason', { reason: '' }, /\.reason: is missing/],
    ['no end', { expires: undefined }, /\.expires: is missing/],
    [
      'a day that there is not',
      { expires: '2027-02-31' },
      /\.expires: is no date/,
    ],
    ['a time in words', { expires: 'next week' }, /\.expires: is no date/],
    [
      'a misspelled field',
      { modul: 'x' },
      /modul: is not known; did you mean "module"/,
    ],
  ])('refuses %s, and names the key', (_, changes, message) => {
    expect(() =>
      readPolicy({ exceptions: [exception(changes)] }, OPTIONS),
    ).toThrow(message);
  });

  it('refuses a kind that is none', () => {
    expect(() =>
      readPolicy({ clusterScopedKinds: ['priority classes'] }, OPTIONS),
    ).toThrow(
      /clusterScopedKinds: "priority classes" is not the name of a kind/,
    );
  });
});
