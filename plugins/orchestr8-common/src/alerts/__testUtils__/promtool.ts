import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** Prometheus's own tool; part of the Debian package `prometheus`. */
const PROMTOOL = process.env.O8_PROMTOOL ?? 'promtool';

export const hasPromtool = spawnSync(PROMTOOL, ['--version']).status === 0;

/** What is asked of the rules at one time: which alerts fire, by their labels. */
export interface RuleTest {
  /** Series by name, in promtool's notation, with a sample a minute. */
  series: Record<string, string>;
  /** Prometheus duration from the start of the series. */
  at: string;
  firing: Record<string, string>[];
}

/**
 * Asks `promtool test rules` whether the alert `It` fires as it should.
 *
 * @throws Error with promtool's words when it does not.
 */
export function testRules(
  rules: readonly {
    expr: string;
    for: string;
    labels?: Record<string, string>;
  }[],
  tests: readonly RuleTest[],
) {
  const folder = mkdtempSync(join(tmpdir(), 'o8-rules-'));
  const write = (name: string, content: unknown) =>
    writeFileSync(join(folder, name), stringify(content));
  try {
    write('rules.yaml', {
      groups: [
        { name: 'g', rules: rules.map(rule => ({ alert: 'It', ...rule })) },
      ],
    });
    write('test.yaml', {
      rule_files: ['rules.yaml'],
      evaluation_interval: '1m',
      tests: tests.map(({ series, at, firing }) => ({
        interval: '1m',
        input_series: Object.entries(series).map(([name, values]) => ({
          series: name,
          values,
        })),
        alert_rule_test: [
          {
            eval_time: at,
            alertname: 'It',
            exp_alerts: firing.map(labels => ({ exp_labels: labels })),
          },
        ],
      })),
    });
    execFileSync(PROMTOOL, ['test', 'rules', join(folder, 'test.yaml')], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
