import { hasPromtool, testRules } from './__testUtils__/promtool';
import { compileAlertRules } from './compileAlertRules';

const NS = 'namespace="orders-dev"';
const requests = (code: string, namespace = NS) =>
  `http_requests_total{${namespace},code="${code}"}`;
const bucket = (le: string) =>
  `http_request_duration_seconds_bucket{${NS},le="${le}"}`;

/** A counter in stretches of `minutes`, each with an increase a minute. */
function counter(...stretches: [minutes: number, increase: number][]): string {
  let value = 0;
  return stretches
    .map(([minutes, increase]) => {
      const text = `${value}+${increase}x${minutes - 1}`;
      value += increase * minutes;
      return text;
    })
    .join(' ');
}

/** Of a thousand requests a minute so many fail, stretch by stretch. */
const failing = (...stretches: [minutes: number, failed: number][]) => ({
  [requests('200')]: counter(
    ...stretches.map(([minutes, failed]): [number, number] => [
      minutes,
      1_000 - failed,
    ]),
  ),
  [requests('503')]: counter(...stretches),
});
const late = (share: number, le: string) => ({
  [bucket(le)]: counter([720, 1_000 - share]),
  [bucket('+Inf')]: counter([720, 1_000]),
});
const neighbour = {
  [requests('503', 'namespace="other"')]: counter([720, 1_000]),
};

type Firing = ('fast' | 'slow')[];
const BOTH: Firing = ['fast', 'slow'];

/** Objective → what happens, series, time, the burns that fire. */
const CASES: [string, string, Record<string, string>, string, Firing][] = [
  ['99.9% over 30d', 'no requests at all', {}, '8h', []],
  ['99.9% over 30d', 'no failures', failing([720, 0]), '8h', []],
  ['99.9% over 30d', 'just the budget', failing([720, 1]), '8h', []],
  [
    '99.9% over 30d',
    'ten times the budget',
    failing([720, 10]),
    '8h',
    ['slow'],
  ],
  ['99.9% over 30d', 'twenty times the budget', failing([720, 20]), '8h', BOTH],
  [
    '99.9% over 30d',
    'a minute of trouble',
    failing([479, 0], [1, 500], [240, 0]),
    '8h',
    [],
  ],
  [
    '99.9% over 30d',
    'an outage that goes on',
    failing([440, 0], [280, 1_000]),
    '8h',
    BOTH,
  ],
  [
    '99.9% over 30d',
    'an outage that ended ten minutes ago',
    failing([410, 0], [60, 1_000], [250, 0]),
    '8h',
    ['slow'],
  ],
  [
    '99.9% over 30d',
    'an outage that ended an hour ago',
    failing([360, 0], [60, 1_000], [300, 0]),
    '8h',
    [],
  ],
  ['99.9% over 30d', 'trouble elsewhere', neighbour, '8h', []],
  ['99% over 4w', 'ten times the budget', failing([720, 100]), '8h', ['slow']],
  ['99.99% over 7d', 'twenty times the budget', failing([720, 2]), '3h', BOTH],
  [
    '99.9% over 7d',
    'an outage that ended ten minutes ago',
    failing([410, 0], [60, 1_000], [250, 0]),
    '8h',
    [],
  ],
  ['99% within 300ms over 30d', 'enough in time', late(10, '0.3'), '8h', []],
  ['99% within 300ms over 30d', 'too many late', late(200, '0.3'), '8h', BOTH],
  [
    '99% within 1s over 30d',
    'a bound of Prometheus 3',
    late(90, '1.0'),
    '8h',
    ['slow'],
  ],
  [
    '99% within 1s over 30d',
    'a bound of Prometheus 2',
    late(90, '1'),
    '8h',
    ['slow'],
  ],
];

(hasPromtool ? describe : describe.skip)(
  'objectives, asked of promtool',
  () => {
    it.each(CASES)('%s: %s', (slo, _, series, at, firing) => {
      const compiled = compileAlertRules(
        { slo, for: '0s', severity: 'critical' },
        { module: 'orders', namespace: 'orders-dev' },
      );
      if (!('rules' in compiled)) throw new Error(compiled.problem.message);
      const rules = compiled.rules.map(rule => ({
        expr: rule.expr,
        for: rule.for,
        labels: { ...rule.labels, severity: rule.severity },
      }));
      const expected = compiled.rules.flatMap(({ labels, severity }) =>
        firing.some(burn => burn === labels.burn)
          ? [{ ...labels, severity }]
          : [],
      );
      expect(expected).toHaveLength(firing.length);
      expect(() =>
        testRules(rules, [{ series, at, firing: expected }]),
      ).not.toThrow();
    });
  },
);
