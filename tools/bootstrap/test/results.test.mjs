import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

import {
  goResults,
  jestResults,
  playwrightResults,
  tapResults,
} from './results.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'orchestr8-results-'));
after(() => rmSync(folder, { recursive: true }));

function fileOf(value) {
  const file = path.join(folder, 'result.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
}

test('a runner that wrote nothing has failed', () => {
  assert.equal(jestResults(path.join(folder, 'no'), '/').failures.length, 1);
  assert.equal(playwrightResults(path.join(folder, 'no')).failures.length, 1);
});

test('of jest, tests count, and suites that do not run', () => {
  const counts = jestResults(
    fileOf({
      testResults: [
        {
          name: '/r/a.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [
            { fullName: 'works', status: 'passed' },
            { fullName: 'waits', status: 'pending' },
            { fullName: 'breaks', status: 'failed', failureMessages: ['why'] },
          ],
        },
        {
          name: '/r/b.test.ts',
          status: 'failed',
          message: 'no such module',
          assertionResults: [],
        },
      ],
    }),
    '/r',
  );
  assert.equal(counts.passed, 1);
  assert.deepEqual(counts.skipped, ['a.test.ts: waits']);
  assert.deepEqual(counts.failures, [
    'a.test.ts: breaks\nwhy',
    'b.test.ts does not run\nno such module',
  ]);
});

test('of Go, sub-tests count and their parents do not', () => {
  const line = (Action, Test) => JSON.stringify({ Action, Package: 'p', Test });
  const counts = goResults([
    line('pass', 'A/x'),
    line('fail', 'A/y'),
    line('fail', 'A'),
    line('pass', 'B'),
    line('skip', 'C'),
    line('fail'),
  ]);
  assert.equal(counts.passed, 2);
  assert.equal(counts.failures.length, 1);
  assert.match(counts.failures[0], /^p A\/y/);
  assert.deepEqual(counts.skipped, ['p C']);
});

test('of Go, a package that does not compile has failed', () => {
  const counts = goResults([JSON.stringify({ Action: 'fail', Package: 'p' })]);
  assert.equal(counts.failures.length, 1);
});

test('of Node’s runner, tests count', () => {
  const counts = tapResults([
    'ok 1 - works',
    'not ok 2 - breaks',
    'ok 3 - waits # SKIP later',
    '# pass 1',
  ]);
  assert.deepEqual(counts, {
    passed: 1,
    failures: ['breaks'],
    skipped: ['waits'],
  });
});

test('of Playwright, specs count', () => {
  const spec = (title, status, ok) => ({
    title,
    ok,
    tests: [{ status, results: [{ error: { message: 'why' } }] }],
  });
  const counts = playwrightResults(
    fileOf({
      suites: [
        {
          title: 'path.test.ts',
          specs: [
            spec('works', 'expected', true),
            spec('waits', 'skipped', true),
            spec('breaks', 'unexpected', false),
          ],
        },
      ],
    }),
  );
  assert.equal(counts.passed, 1);
  assert.deepEqual(counts.skipped, ['path.test.ts › waits']);
  assert.deepEqual(counts.failures, ['path.test.ts › breaks\nwhy']);
});
