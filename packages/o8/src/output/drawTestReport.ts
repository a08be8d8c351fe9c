import { formatObjectRef } from '@orchestr8/backstage-plugin-orchestr8-common';
import type { TestResult } from '../cluster';
import type { TestReport, TestStage } from '../local/test/TestReport';
import { duration } from './age';
import { drawProblems } from './drawProblems';
import { Style } from './Style';

const SYMBOLS: Record<TestStage['state'], string> = {
  passed: '✓',
  failed: '✗',
  skipped: '-',
};
const TONES = { passed: 'good', failed: 'bad', skipped: 'faint' } as const;

/** A line a stage, below it what there is to know of it, and the outcome. */
export function drawTestReport(report: TestReport, style: Style): string {
  const { module, version, context, outcome } = report;
  const lines = [
    `${style.bold(`${module} ${version}`.trim())} on ${context}`,
    ...report.stages.flatMap(stage => [
      drawStage(stage, style),
      ...detailsOf(stage, report, style).map(line => `      ${line}`),
    ]),
    style[TONES[outcome]](outcome === 'passed' ? 'Passed' : 'Failed'),
    ...(wentAway(report)
      ? [
          `${style.faint(
            '→',
          )} With --keep the namespace stays, to look into it.`,
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** There was something to look into, and it is gone. */
function wentAway({ outcome, stages }: TestReport): boolean {
  const last = stages.at(-1);
  return (
    outcome === 'failed' && last?.name === 'clean-up' && last.state === 'passed'
  );
}

function drawStage({ name, state, message }: TestStage, style: Style): string {
  const symbol = style[TONES[state]](SYMBOLS[state]);
  return `  ${symbol} ${name.padEnd(8)}  ${message}`;
}

function detailsOf(
  { name }: TestStage,
  report: TestReport,
  style: Style,
): string[] {
  switch (name) {
    case 'validate':
      return drawProblems(report.problems, style).split('\n').filter(Boolean);
    case 'render':
    case 'clean-up':
      return [];
    case 'dry-run':
      return report.warnings.map(line => `${style.warn('!')} ${line}`);
    case 'deploy':
      return failureLines(report, style);
    case 'tests':
      return report.tests.flatMap(test => drawTest(test, style));
    default:
      throw new Error(`unknown stage: ${name satisfies never}`);
  }
}

function failureLines({ failure, log }: TestReport, style: Style): string[] {
  return [
    ...(failure?.evidence ?? []).map(style.faint),
    ...(failure ? [`${style.faint('→')} ${failure.remedy}`] : []),
    ...log.map(style.faint),
  ];
}

function drawTest(test: TestResult, style: Style): string[] {
  const { object, outcome, message, log, startedAt, finishedAt } = test;
  const took = duration(Date.parse(finishedAt) - Date.parse(startedAt));
  const what = `${object.kind} ${object.name}`;
  if (outcome === 'passed') {
    return [`${style.good(SYMBOLS.passed)} ${what} passed in ${took}`];
  }
  return [
    `${style.bad(SYMBOLS.failed)} ${formatObjectRef(object)}: ${message}`,
    ...log.map(line => `    ${style.faint(line)}`),
  ];
}
