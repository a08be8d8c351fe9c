import fc from 'fast-check';
import { compileAlertRules } from './compileAlertRules';

const SCOPE = { module: 'orders', namespace: 'orders-dev' };
const NS = 'namespace="orders-dev"';
const compile = (slo: string) =>
  compileAlertRules({ slo, for: '0s', severity: 'critical' }, SCOPE);

describe('an objective becomes two rules', () => {
  const failed = (window: string) =>
    `sum(rate(http_requests_total{${NS},code=~"5.."}[${window}])) / sum(rate(http_requests_total{${NS}}[${window}]))`;

  it('about a fast and a slow burn, as the Site Reliability Workbook has them', () => {
    expect(compile('99.9% over 30d')).toEqual({
      rules: [
        {
          expr: `${failed('1h')} > 0.0144 and ${failed('5m')} > 0.0144`,
          for: '0s',
          severity: 'critical',
          labels: { burn: 'fast', window: '1h' },
          explanation:
            'The error budget of 99.9% over 30d is spent 14.4 times too fast, over the last 1h and still over the last 5m.',
        },
        {
          expr: `${failed('6h')} > 0.006 and ${failed('30m')} > 0.006`,
          for: '0s',
          severity: 'warning',
          labels: { burn: 'slow', window: '6h' },
          explanation:
            'The error budget of 99.9% over 30d is spent 6 times too fast, over the last 6h and still over the last 30m.',
        },
      ],
    });
  });

  it.each([
    ['7d', ['14m', '2m', '1h24m', '7m']],
    ['2w', ['28m', '2m20s', '2h48m', '14m']],
    ['28d', ['56m', '4m40s', '5h36m', '28m']],
    ['90d', ['3h', '15m', '18h', '1h30m']],
  ])('with windows in proportion to %s', (period, windows) => {
    const compiled = compile(`99.9% over ${period}`);
    const found = JSON.stringify(compiled).match(/(?<=\[)\w+(?=\])/g);
    expect([...new Set(found)]).toEqual(windows);
  });

  it('about late answers, from the buckets of the histogram', () => {
    expect(compile('99% within 300ms over 30d')).toMatchObject({
      rules: [
        {
          expr: expect.stringContaining(
            `1 - sum(rate(http_request_duration_seconds_bucket{${NS},le="0.3"}[1h])) / sum(rate(http_request_duration_seconds_bucket{${NS},le="+Inf"}[1h])) > 0.144 and `,
          ),
        },
        {},
      ],
    });
  });

  it('no graver than the alert', () => {
    const compiled = compileAlertRules(
      { slo: '99% over 30d', for: '2m', severity: 'info' },
      SCOPE,
    );
    expect(compiled).toMatchObject({
      rules: [
        { severity: 'info', for: '2m' },
        { severity: 'info', for: '2m' },
      ],
    });
  });

  it.each([
    ['99.9% OVER 30d', 6],
    ['  ninety', 2],
    ['', 0],
    ['99.9', 0],
    ['101% over 30d', 0],
    ['-1% over 30d', 0],
    ['93.99% over 30d', 0],
    ['99% within 0s over 30d', 11],
    ['99% over 30', 9],
    ['99% over 30d or up', 9],
    ['99% over 6d', 9],
    ['99% over 13w', 9],
  ])('points into %p', (slo, index) => {
    expect(compile(slo)).toMatchObject({ problem: { code: 'O8143', index } });
  });

  it('of whatever text, or says where it is wrong', () => {
    const scraps = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '99',
            '.9',
            '%',
            ' ',
            'over',
            'within',
            '30',
            'd',
            's',
          ),
          fc.string({ maxLength: 3 }),
        ),
        { maxLength: 12 },
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(scraps, slo => {
        const compiled = compile(slo);
        const rules = 'rules' in compiled ? compiled.rules : undefined;
        const index = 'problem' in compiled ? compiled.problem.index : 0;
        expect([undefined, 2]).toContain(rules?.length);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(slo.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('any other alert becomes one rule', () => {
  it.each([{ condition: 'error_rate > 5%' }, { expr: 'up == 0' }])(
    '%j',
    source => {
      expect(
        compileAlertRules({ ...source, for: '5m', severity: 'info' }, SCOPE),
      ).toEqual({
        rules: [
          {
            expr: expect.stringContaining(NS),
            for: '5m',
            severity: 'info',
            labels: {},
          },
        ],
      });
    },
  );

  it('or keeps its problem', () => {
    expect(
      compileAlertRules({ for: '5m', severity: 'info' }, SCOPE),
    ).toMatchObject({ problem: { code: 'O8142' } });
  });
});
