import fc from 'fast-check';
import { parser } from '@prometheus-io/lezer-promql';
import { compileAlert } from './compileAlert';

const SCOPE = { module: 'orders', namespace: 'orders-dev' };
const NS = 'namespace="orders-dev"';
const compile = (condition: string) => compileAlert({ condition }, SCOPE);
const bind = (expr: string) => compileAlert({ expr }, SCOPE);

describe('conditions become PromQL', () => {
  it.each([
    [
      'error_rate > 5%',
      `sum(rate(http_requests_total{${NS},code=~"5.."}[5m])) / sum(rate(http_requests_total{${NS}}[5m])) > 0.05`,
    ],
    [
      'p95_latency > 500ms',
      `histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{${NS}}[5m]))) > 0.5`,
    ],
    [
      'p50_latency>=2s',
      `histogram_quantile(0.5, sum by (le) (rate(http_request_duration_seconds_bucket{${NS}}[5m]))) >= 2`,
    ],
    ['request_rate < 0.5/s', `sum(rate(http_requests_total{${NS}}[5m])) < 0.5`],
    [
      'cpu_usage > 80%',
      `max(sum by (pod) (rate(container_cpu_usage_seconds_total{${NS},container!=""}[5m])) / sum by (pod) (kube_pod_container_resource_limits{${NS},resource="cpu"})) > 0.8`,
    ],
    [
      'memory_usage >= 90 %',
      `max(sum by (pod) (container_memory_working_set_bytes{${NS},container!=""}) / sum by (pod) (kube_pod_container_resource_limits{${NS},resource="memory"})) >= 0.9`,
    ],
    [
      'restarts > 3',
      `sum(increase(kube_pod_container_status_restarts_total{${NS}}[1h])) > 3`,
    ],
    [
      'availability < 99.9%',
      `sum({${NS},__name__=~"kube_deployment_status_replicas_ready|kube_statefulset_status_replicas_ready"}) / sum({${NS},__name__=~"kube_deployment_spec_replicas|kube_statefulset_replicas"}) < 0.999`,
    ],
  ])('%s', (condition, expr) => {
    expect(compile(condition)).toEqual({ expr });
  });

  it('takes the names of metrics from the configuration', () => {
    const compiled = compileAlert(
      { condition: 'request_rate < 1/s' },
      { ...SCOPE, metrics: { requests: 'http_server_requests_seconds_count' } },
    );
    expect(compiled).toEqual({
      expr: `sum(rate(http_server_requests_seconds_count{${NS}}[5m])) < 1`,
    });
  });

  it('refuses a configured name that is no name of a metric', () => {
    expect(() =>
      compileAlert(
        { condition: 'request_rate < 1/s' },
        { ...SCOPE, metrics: { requests: 'up} or secret{' } },
      ),
    ).toThrow('The metric name "up} or secret{" configured for');
  });

  it.each([
    ['', 0],
    ['error_rate', 10],
    ['error_rate >', 10],
    ['  error_rat > 5%', 2],
    ['error_rate > five%', 10],
    ['error_rate > 5% or up', 14],
    ['p0_latency > 5ms', 0],
    ['constructor > 5%', 0],
  ])('points into %p', (condition, index) => {
    expect(compile(condition)).toMatchObject({
      problem: { code: 'O8140', index },
    });
  });
});

describe('what is meant by a condition that cannot be read', () => {
  it.each([
    ['error_rate => 5%', 'Write `error_rate >= 5%`.'],
    ['p95_latency =< 500ms', 'Write `p95_latency <= 500ms`.'],
    ['restarts = 3', 'Write `restarts == 3`.'],
    ['availability => much', 'Write `>=`.'],
    ['cpu_usage > 0.8', 'Write `cpu_usage > 80%`.'],
    ['error_rate > 5', 'Write `error_rate > 5%`.'],
    ['p95_latency > 5m', 'Write `p95_latency > 5ms`.'],
    [
      'error_rate > 5% and p95_latency > 1s',
      'Write an alert for each, or use `expr` for PromQL.',
    ],
  ])('%s', (condition, hint) => {
    expect(compile(condition)).toMatchObject({ problem: { hint } });
  });
});

describe('PromQL is bound to the namespace', () => {
  it.each([
    ['up', `up{${NS}}`],
    ['up{}', `up{${NS}}`],
    ['up{a="}",}', `up{${NS},a="}",}`],
    ['{__name__=~".+"}', `{${NS},__name__=~".+"}`],
    ['{"utf8.name", a="b"}', `{${NS},"utf8.name", a="b"}`],
    ['up offset 5m', `up{${NS}} offset 5m`],
    ['up @ start()', `up{${NS}} @ start()`],
    ['max_over_time(up[1h:5m])', `max_over_time(up{${NS}}[1h:5m])`],
    ['a + on (pod) group_left b', `a{${NS}} + on (pod) group_left b{${NS}}`],
    ['up{namespace!="x"}', `up{${NS},namespace!="x"}`],
    [
      'up{namespace="orders-dev"} == 0',
      `up{${NS},namespace="orders-dev"} == 0`,
    ],
    ['sum(\n  up # all\n)', `sum(\n  up{${NS}} # all\n)`],
    [
      'topk(3, a) unless absent(b)',
      `topk(3, a{${NS}}) unless absent(b{${NS}})`,
    ],
  ])('%s', (expr, bound) => {
    expect(bind(expr)).toEqual({ expr: bound });
  });

  it.each([
    ['sum(up', 6],
    ['up ==', 5],
    ['up{a}', 4],
    ['up{namespace="other"}', 3],
    ['up)', 2],
    ['1 > 0', 0],
    ['vector(1)', 0],
    [`${'('.repeat(20_000)}`, 0],
  ])('refuses %.20s with the place', (expr, index) => {
    expect(bind(expr)).toMatchObject({ problem: { code: 'O8141', index } });
  });

  it('leaves no selector of any readable expression unbound', () => {
    const scraps = fc
      .array(
        fc.constantFrom(
          'up',
          'sum(',
          ')',
          '{a="b"}',
          '{',
          '}',
          '[5m]',
          ' + ',
          ' or ',
          '"',
          ',',
          'rate(',
          'by (x)',
          ' offset 1h',
          '{__name__="x"}',
          '1',
          '#\n',
          ' bool ',
          '{"a b"}',
          '\n',
          "'}'",
          '`{`',
          ' on (a) ',
          '[1h:]',
          '-',
          'namespace="y"',
        ),
        { maxLength: 12 },
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(scraps, expr => {
        const compiled = bind(expr);
        if (!('expr' in compiled)) return;
        const tree = parser.parse(compiled.expr);
        tree.iterate({
          enter: ({ name, node, type }) => {
            expect(type.isError).toBe(false);
            if (name !== 'VectorSelector') return;
            const text = compiled.expr.slice(node.from, node.to);
            expect(text).toContain(NS);
          },
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('escapes a namespace, though none needs it', () => {
    expect(
      compileAlert({ expr: 'up' }, { module: 'm', namespace: 'a"} or b{x="' }),
    ).toEqual({ expr: 'up{namespace="a\\"} or b{x=\\""}' });
  });
});
