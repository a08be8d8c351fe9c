import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const ALERTMANAGERS = ['prometheus-alertmanager', 'alertmanager'];
const isThere = (program: string) =>
  spawnSync(program, ['--version']).status === 0;

/** The program's name on this machine; Debian calls it otherwise. */
export const alertmanagerProgram = ALERTMANAGERS.find(isThere);
export const hasPrometheus = isThere('prometheus');

const own = 'namespace: shop, module: web';
/** Name, expression, labels. */
const RULES = [
  ['Firing', 'vector(7) > 5', own],
  ['Calm', 'vector(1) > 5', own],
  ['Calm', 'vector(9) > 5', 'namespace: other, module: web'],
  ['Bound', 'absent(up{namespace="shop"})', 'severity: info'],
  ['Burn', 'vector(1) > 5', `${own}, severity: critical, burn: fast`],
  ['Burn', 'vector(7) > 5', `${own}, severity: warning, burn: slow`],
  ['Muted (a.b)', 'vector(7) > 5', own],
  ['Overshadowed', 'vector(7) > 5', own],
  ['Watchdog', 'vector(1)', 'severity: none'],
];

/** A real Prometheus that tells a real Alertmanager, where they are installed. */
export class Monitoring {
  prometheusUrl = '';
  alertmanagerUrl = '';
  private readonly folder = mkdtempSync(join(tmpdir(), 'o8-monitoring-'));
  private readonly children: ChildProcess[] = [];

  /** Resolves once the rules are evaluated, and those that fire have arrived. */
  async start(): Promise<void> {
    if (alertmanagerProgram) {
      this.alertmanagerUrl = `http://127.0.0.1:${await freePort()}`;
      this.spawn(alertmanagerProgram, [
        `--config.file=${this.write('alertmanager.yml', ALERTMANAGER)}`,
        `--storage.path=${join(this.folder, 'alertmanager')}`,
        `--web.listen-address=${new URL(this.alertmanagerUrl).host}`,
        '--cluster.listen-address=',
      ]);
    }
    this.prometheusUrl = `http://127.0.0.1:${await freePort()}`;
    this.write('rules.yml', rulesFile());
    this.spawn('prometheus', [
      `--config.file=${this.write('prometheus.yml', this.prometheusFile())}`,
      `--storage.tsdb.path=${join(this.folder, 'data')}`,
      `--web.listen-address=${new URL(this.prometheusUrl).host}`,
      // It finds Alertmanager after five seconds; what it said before is lost.
      '--rules.alert.resend-delay=1s',
    ]);
    await answers(`${this.prometheusUrl}/api/v1/alerts`, /"Watchdog"/);
    if (alertmanagerProgram) {
      await answers(`${this.alertmanagerUrl}/api/v2/alerts`, /"Watchdog"/);
    }
  }

  /** Silences an alert for an hour, and waits until it is. */
  async silence(alertname: string): Promise<void> {
    const now = Date.now();
    const response = await fetch(`${this.alertmanagerUrl}/api/v2/silences`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        matchers: [{ name: 'alertname', value: alertname, isRegex: false }],
        startsAt: new Date(now).toISOString(),
        endsAt: new Date(now + 3_600_000).toISOString(),
        createdBy: 'jane',
        comment: 'known, see the incident',
      }),
    });
    if (!response.ok) throw new Error(await response.text());
    await answers(
      `${this.alertmanagerUrl}/api/v2/alerts?active=false`,
      /"silencedBy":\["/,
    );
  }

  async stop(): Promise<void> {
    for (const child of this.children) {
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.kill('SIGKILL')) await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private spawn(program: string, args: string[]): void {
    this.children.push(spawn(program, args, { stdio: 'ignore' }));
  }

  private write(name: string, text: string): string {
    const file = join(this.folder, name);
    writeFileSync(file, text);
    return file;
  }

  private prometheusFile(): string {
    const alerting = alertmanagerProgram
      ? `alerting: { alertmanagers: [{ static_configs: [{ targets: ['${
          new URL(this.alertmanagerUrl).host
        }'] }] }] }\n`
      : '';
    return `rule_files: [rules.yml]\nglobal: { evaluation_interval: 1s }\n${alerting}`;
  }
}

const ALERTMANAGER = `
route: { receiver: nobody }
receivers: [{ name: nobody }]
inhibit_rules:
  - source_matchers: ['alertname="Firing"']
    target_matchers: ['alertname="Overshadowed"']
    equal: [namespace]
`;

function rulesFile(): string {
  return [
    'groups:',
    '  - name: test',
    '    interval: 1s',
    '    rules:',
    ...RULES.map(
      ([name, expr, labels]) =>
        `      - { alert: "${name}", expr: '${expr}', labels: { ${labels} } }`,
    ),
  ].join('\n');
}

async function answers(url: string, pattern: RegExp): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const text = await fetch(url).then(
      response => response.text(),
      () => '',
    );
    if (pattern.test(text)) return;
    await delay(100);
  }
  throw new Error(`${url} does not answer ${pattern}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
