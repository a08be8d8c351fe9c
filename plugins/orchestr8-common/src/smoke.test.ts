import { MY_SERVICE } from './module/__fixtures__/myService';
import { parseModuleText, withEnvironment, compileAlert } from '.';
it('smokes', () => {
  const r = parseModuleText(MY_SERVICE);
  console.log(JSON.stringify(r, null, 1));
  console.log(
    JSON.stringify(
      withEnvironment(r.module!, {
        environment: 'prod',
        overlay: {
          file: 'environments/production.yaml',
          text: 'replicaCount: 3\nresources:\n  limits: {cpu: 1}\nmonitoring:\n  alerts:\n    - name: HighErrorRate\n      severity: critical\ningress: {annotations: {a: b}}\nfeature: {x: 1}\n',
        },
        target: { cluster: 'c', namespace: 'n' },
      }),
      null,
      1,
    ),
  );
  for (const condition of [
    'error_rate > 5%',
    'p95_latency > 500ms',
    'request_rate<1/s',
    'cpu_usage > 80%',
    'memory_usage > 90%',
    'restarts > 3',
    'availability < 99.5%',
    'eror_rate > 5%',
    'error_rate > 5',
    'error_rate = 5%',
  ])
    console.log(
      JSON.stringify(
        compileAlert({ condition }, { module: 'm', namespace: 'ns' }),
      ),
    );
  for (const expr of [
    'up == 0',
    'sum(rate(x{a="b"}[5m])) by (pod) > 1',
    'foo{namespace="other"}',
    'sum(x{',
    '{__name__=~"a.*"} offset 5m',
    'vector(1)',
    'foo{} or bar{a="}",}',
    'rate(x[5m:1m]) # c',
    'up{namespace!="x"}',
    '{"utf8.metric", x="y"}',
  ])
    console.log(
      JSON.stringify(compileAlert({ expr }, { module: 'm', namespace: 'ns' })),
    );
});
