import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What `jest --json` wrote, as counts for the report. */
export function jestResults(file, root) {
  if (!existsSync(file)) return { failures: ['jest ended without a result'] };
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const counts = { passed: 0, failures: [], skipped: [] };
  for (const suite of testResults) {
    const name = path.relative(root, suite.name);
    if (suite.status === 'failed' && suite.assertionResults.length === 0) {
      counts.failures.push(`${name} does not run\n${plain(suite.message)}`);
    }
    for (const test of suite.assertionResults) {
      const title = `${name}: ${test.fullName}`;
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed')
        counts.failures.push(
          `${title}\n${plain(test.failureMessages.join('\n'))}`,
        );
      else counts.skipped.push(title);
    }
  }
  return counts;
}

/** What Playwright's json reporter wrote, as counts for the report. */
export function playwrightResults(file) {
  if (!existsSync(file))
    return { failures: ['Playwright ended without a result'] };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const counts = {
    passed: 0,
    failures:
      report.errors?.map(error => plain(error.message ?? String(error))) ?? [],
    skipped: [],
  };
  const visit = (suite, parents) => {
    const path_ = [...parents, suite.title];
    for (const spec of suite.specs ?? []) {
      const title = [...path_, spec.title].join(' › ');
      const results = spec.tests.flatMap(test => test.results);
      if (spec.tests.every(test => test.status === 'skipped'))
        counts.skipped.push(title);
      else if (spec.ok) counts.passed += 1;
      else
        counts.failures.push(
          `${title}\n${plain(
            results.map(result => result.error?.message ?? '').join('\n'),
          )}`,
        );
    }
    for (const child of suite.suites ?? []) visit(child, path_);
  };
  for (const suite of report.suites ?? []) visit(suite, []);
  return counts;
}

/** The lines of `go test -json`, as counts for the report; sub-tests count, their parents do not. */
export function goResults(lines) {
  const outcomes = new Map();
  const output = new Map();
  const counts = { passed: 0, failures: [], skipped: [] };
  for (const line of lines) {
    if (!line.startsWith('{')) continue;
    const { Action, Package, Test, Output } = JSON.parse(line);
    const name = Test ? `${Package} ${Test}` : Package;
    if (Action === 'output')
      output.set(name, (output.get(name) ?? '') + Output);
    if (['pass', 'fail', 'skip'].includes(Action))
      outcomes.set(name, { Action, isTest: Boolean(Test) });
  }
  for (const [name, { Action, isTest }] of outcomes) {
    const isParent = [...outcomes.keys()].some(
      other => other.startsWith(`${name}/`) && isTest,
    );
    if (
      Action === 'fail' &&
      !isParent &&
      (isTest || !hasFailedTest(outcomes, name))
    ) {
      counts.failures.push(`${name}\n${output.get(name) ?? ''}`);
    } else if (isTest && !isParent) {
      if (Action === 'pass') counts.passed += 1;
      if (Action === 'skip') counts.skipped.push(name);
    }
  }
  return counts;
}

function hasFailedTest(outcomes, packageName) {
  return [...outcomes].some(
    ([name, { Action, isTest }]) =>
      isTest && Action === 'fail' && name.startsWith(`${packageName} `),
  );
}

/** The TAP that Node's test runner prints, as counts for the report. */
export function tapResults(lines) {
  const counts = { passed: 0, failures: [], skipped: [] };
  for (const line of lines) {
    const match = /^\s*(ok|not ok) \d+ - (.*?)(?: # (SKIP|TODO).*)?$/.exec(
      line,
    );
    if (!match) continue;
    const [, outcome, name, directive] = match;
    if (name.endsWith('.test.mjs')) continue; // a file, not a test
    if (directive) counts.skipped.push(name);
    else if (outcome === 'ok') counts.passed += 1;
    else counts.failures.push(name);
  }
  return counts;
}

function plain(text) {
  // eslint-disable-next-line no-control-regex
  return text
    .replace(/\u001b\[[0-9;]*m/g, '')
    .split('\n')
    .slice(0, 40)
    .join('\n');
}
