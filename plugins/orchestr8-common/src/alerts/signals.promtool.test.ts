import { hasPromtool, testRules } from './__testUtils__/promtool';
import { compileAlert } from './compileAlert';

interface Case {
  condition: string;
  /** Series per minute over an hour, in promtool's notation, for which the alert fires. */
  firing: Record<string, string>;
  quiet: Record<string, string>;
}

const NS = 'namespace="orders-dev"';
const requests = (code: string) => `http_requests_total{${NS},code="${code}"}`;
const bucket = (le: string) =>
  `http_request_duration_seconds_bucket{${NS},le="${le}"}`;
const cpu = `container_cpu_usage_seconds_total{${NS},pod="a",container="app"}`;
const memory = `container_memory_working_set_bytes{${NS},pod="a",container="app"}`;
const limit = (resource: string) =>
  `kube_pod_container_resource_limits{${NS},pod="a",container="app",resource="${resource}"}`;
const restarts = `kube_pod_container_status_restarts_total{${NS},pod="a"}`;
const ready = `kube_deployment_status_replicas_ready{${NS},deployment="a"}`;
const wanted = `kube_deployment_spec_replicas{${NS},deployment="a"}`;

const CASES: Case[] = [
  {
    condition: 'error_rate > 5%',
    firing: { [requests('200')]: '0+90x60', [requests('503')]: '0+10x60' },
    quiet: { [requests('200')]: '0+96x60', [requests('503')]: '0+4x60' },
  },
  {
    condition: 'p95_latency > 500ms',
    firing: {
      [bucket('0.25')]: '0+90x60',
      [bucket('1')]: '0+100x60',
      [bucket('+Inf')]: '0+100x60',
    },
    quiet: {
      [bucket('0.25')]: '0+99x60',
      [bucket('1')]: '0+100x60',
      [bucket('+Inf')]: '0+100x60',
    },
  },
  {
    condition: 'request_rate < 1/s',
    firing: { [requests('200')]: '0+30x60' },
    quiet: { [requests('200')]: '0+90x60' },
  },
  {
    condition: 'cpu_usage > 80%',
    firing: { [cpu]: '0+27x60', [limit('cpu')]: '0.5x60' },
    quiet: { [cpu]: '0+21x60', [limit('cpu')]: '0.5x60' },
  },
  {
    condition: 'memory_usage > 90%',
    firing: { [memory]: '95x60', [limit('memory')]: '100x60' },
    quiet: { [memory]: '85x60', [limit('memory')]: '100x60' },
  },
  {
    condition: 'restarts > 3',
    firing: { [restarts]: '0+0.2x60' },
    quiet: { [restarts]: '0+0.02x60' },
  },
  {
    condition: 'availability < 99.9%',
    firing: { [ready]: '2x60', [wanted]: '3x60' },
    quiet: { [ready]: '3x60', [wanted]: '3x60' },
  },
];

/** The same series of a neighbour, who is always in trouble or always well. */
const elsewhere = (series: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(series).map(([name, values]) => [
      name.replace(NS, 'namespace="other"'),
      values,
    ]),
  );

(hasPromtool ? describe : describe.skip)('signals, asked of promtool', () => {
  it.each(CASES.map(example => [example.condition, example] as const))(
    '%s fires when it should, and only for its own namespace',
    (_, { condition, firing, quiet }) => {
      const compiled = compileAlert(
        { condition },
        { module: 'orders', namespace: 'orders-dev' },
      );
      if (!('expr' in compiled)) throw new Error(compiled.problem.message);
      const test = (series: Record<string, string>, fires: boolean) => ({
        series,
        at: '50m',
        firing: fires ? [{}] : [],
      });
      const check = () =>
        testRules(
          [{ expr: compiled.expr, for: '5m' }],
          [
            test({ ...firing, ...elsewhere(quiet) }, true),
            test({ ...quiet, ...elsewhere(firing) }, false),
            test(elsewhere(firing), false),
          ],
        );
      expect(check).not.toThrow();
    },
  );
});
