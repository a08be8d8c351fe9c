import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { yaml11Reading } from './yaml11Reading';

/** What stands there, and what Helm makes of it. */
const READINGS: [string, unknown][] = [
  ['y', true],
  ['Yes', true],
  ['on', true],
  ['n', false],
  ['NO', false],
  ['off', false],
  ['1:30', '1:30'],
  ['190:20:30', '190:20:30'],
  ['2026-01-02', '2026-01-02'],
  ['017', 15],
  ['0_17', 15],
  ['0o17', 15],
  ['0O17', 15],
  ['+0o17', 15],
  ['0o1_7', 15],
  ['08', 8],
  ['0x1F', 31],
  ['0X1F', 31],
  ['-0x1F', -31],
  ['0x1_F', 31],
  ['0x', '0x'],
  ['0b101', 5],
  ['0b2', '0b2'],
  ['1_000', 1000],
  ['1_000.5', 1000.5],
  ['1__0', 10],
  ['1_', 1],
  ['_1', '_1'],
  ['.5_0', 0.5],
  ['1e1_0', 1e10],
  ['1e3', 1000],
  ['1e400', '1e400'],
  ['1.', 1],
  ['+1', 1],
  ['-0', 0],
  ['12.5', 12.5],
];

/** What both make of the source alike needs no warning. */
const differs = ([source, helm]: [string, unknown]) => {
  const value: unknown = parse(source);
  return helm !== value && !(helm === 0 && value === 0);
};

it.each(READINGS.filter(differs))(
  'warns that Helm reads %s as %j',
  (source, helm) => {
    const told = yaml11Reading(source, parse(source))?.yaml11;
    expect(told?.replace(/^the (octal )?number /, '')).toBe(
      typeof helm === 'string' ? 'text' : String(helm),
    );
  },
);

it.each(READINGS.filter(reading => !differs(reading)))(
  'is silent about %s, which everybody reads as %j',
  source => {
    expect(yaml11Reading(source, parse(source))).toBeUndefined();
  },
);

it.each(['.inf', '-.Inf', '.NaN'])('knows that Helm refuses %s', source => {
  expect(yaml11Reading(source, parse(source))?.yaml11).toBe('an error');
});

const helm = process.env.O8_HELM;

const describeWithHelm = helm ? describe : describe.skip;

describeWithHelm('Helm itself (needs O8_HELM)', () => {
  it('reads what stands there so', () => {
    const chart = mkdtempSync(join(tmpdir(), 'o8-readings-'));
    const write = (path: string, text: string) =>
      writeFileSync(join(chart, path), text);
    mkdirSync(join(chart, 'templates'));
    write('Chart.yaml', 'apiVersion: v2\nname: readings\nversion: 1.0.0\n');
    write(
      'templates/a.yaml',
      'v: {{ range .Values.v }}\n# {{ toJson . }}{{ end }}\n',
    );
    const list = READINGS.map(([source]) => `  - ${source}\n`).join('');
    write('values.yaml', `v:\n${list}`);
    const out = execFileSync(helm!, ['template', chart], { encoding: 'utf8' });
    rmSync(chart, { recursive: true });
    const said = [...out.matchAll(/^# ([^\n]*)$/gm)]
      .map(([, json]) => json)
      .filter(json => !json.startsWith('Source:'));
    expect(said.map(json => JSON.parse(json))).toEqual(
      READINGS.map(([, value]) => value),
    );
  }, 30_000);
});
