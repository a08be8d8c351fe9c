import { ModuleAlert } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { alertsFor, PrometheusClient } from './PrometheusClient';

const alert = (name: string): ModuleAlert => ({
  name,
  condition: `${name} > 5%`,
  severity: 'warning',
  for: '5m',
});
const scope = { cluster: 'test', namespace: 'shop' };

const hasPrometheus = spawnSync('prometheus', ['--version']).status === 0;
const withPrometheus = hasPrometheus ? describe : describe.skip;

withPrometheus('PrometheusClient (needs the prometheus binary)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'o8-prometheus-'));
  let child: ChildProcess;
  let url: string;

  beforeAll(async () => {
    const rule = (name: string, expr: string, labels: string) =>
      `      - { alert: ${name}, expr: '${expr}', labels: { ${labels} } }`;
    const own = 'namespace: shop, module: web';
    writeFileSync(
      join(folder, 'rules.yml'),
      [
        'groups:',
        '  - name: test',
        '    interval: 1s',
        '    rules:',
        rule('Firing', 'vector(7) > 5', 'namespace: shop, module: web'),
        rule('Calm', 'vector(1) > 5', 'namespace: shop, module: web'),
        rule('Calm', 'vector(9) > 5', 'namespace: other, module: web'),
        rule('Bound', 'absent(up{namespace="shop"})', 'severity: info'),
        rule('Burn', 'vector(1) > 5', `${own}, severity: critical, burn: fast`),
        rule('Burn', 'vector(7) > 5', `${own}, severity: warning, burn: slow`),
      ].join('\n'),
    );
    writeFileSync(
      join(folder, 'prometheus.yml'),
      'rule_files: [rules.yml]\nglobal: { evaluation_interval: 1s }\n',
    );
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    child = spawn(
      'prometheus',
      [
        `--config.file=${join(folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: 'ignore' },
    );
    const client = new PrometheusClient({ url });
    for (let tries = 0; tries < 200; tries++) {
      const seen = await client
        .alerts([alert('Firing')], { module: 'web', namespace: 'shop' })
        .catch(() => []);
      if (seen[0]?.state === 'firing') return;
      await delay(100);
    }
    throw new Error('Prometheus did not evaluate its rules');
  }, 30_000);

  afterAll(async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  });

  it('is as grave about an objective as the burn that is active', async () => {
    const { alerts } = await alertsFor('web', {
      ...scope,
      client: new PrometheusClient({ url }),
      alerts: [
        { name: 'Burn', slo: '99% over 30d', severity: 'critical', for: '0s' },
      ],
    });
    expect(alerts).toMatchObject([
      {
        name: 'Burn',
        state: 'firing',
        severity: 'warning',
        condition: '99% over 30d',
      },
    ]);
  });

  it('joins the declared alerts with the rules of their own namespace', async () => {
    const { configured, message, alerts } = await alertsFor('web', {
      ...scope,
      client: new PrometheusClient({ url }),
      alerts: ['Firing', 'Calm', 'Bound', 'Absent'].map(alert),
    });
    expect(configured).toBe(true);
    expect(alerts.map(({ name, state }) => [name, state])).toEqual([
      ['Firing', 'firing'],
      ['Calm', 'inactive'],
      ['Bound', 'firing'],
      ['Absent', 'unknown'],
    ]);
    expect(alerts[0]).toMatchObject({
      value: '7e+00',
      condition: 'Firing > 5%',
      since: expect.stringMatching(/^20\d\d-/),
    });
    expect(message).toContain('no rule for Absent');
  });
});

describe('alertsFor', () => {
  it('says that no Prometheus is configured', async () => {
    const answer = await alertsFor('web', {
      ...scope,
      client: undefined,
      alerts: [alert('A')],
    });
    expect(answer).toMatchObject({
      configured: false,
      message: expect.stringContaining('set prometheus.url'),
      alerts: [{ name: 'A', state: 'unknown' }],
    });
  });

  it('says why Prometheus cannot be asked', async () => {
    const answer = await alertsFor('web', {
      ...scope,
      client: new PrometheusClient({ url: 'http://127.0.0.1:1' }),
      alerts: [alert('A')],
    });
    expect(answer).toMatchObject({
      configured: true,
      message: expect.stringMatching(
        /^The Prometheus of the cluster "test" cannot be asked: /,
      ),
      alerts: [{ name: 'A', state: 'unknown' }],
    });
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
