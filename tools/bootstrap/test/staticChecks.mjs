import path from 'node:path';
import { readdirSync } from 'node:fs';

import { goResults, tapResults } from './results.mjs';

/** Format, types and lint: each counts as one test. */
export async function staticChecks({ settings, steps, report, tools }) {
  report.heading('Format, types and lint');
  const yarn = (name, ...args) =>
    report.check(name, () =>
      steps.run(tools.node, [tools.yarn, ...args], {
        name,
        cwd: settings.root,
        env: { ...tools.env, FORCE_COLOR: '0' },
      }),
    );
  await yarn('format', 'format:check');
  await yarn('types', 'tsc');
  await yarn('lint', 'lint');
}

/** The renderer's tests, with the race-free runner of Go; the playground has nothing of its own but flags. */
export async function goTests({ settings, steps, report, kubernetes }) {
  report.heading('Go tests');
  const lines = [];
  let ended;
  await steps
    .run('go', ['test', '-json', './...'], {
      name: 'go-test',
      cwd: path.join(settings.root, 'tools', 'renderer'),
      env: {
        ...process.env,
        GOTOOLCHAIN: 'local',
        GOFLAGS: '-mod=readonly',
        O8_HELM: kubernetes?.helm ?? '',
      },
      onLine: line => lines.push(line),
    })
    .catch(error => {
      ended = error;
    });
  const counts = goResults(lines);
  if (ended && counts.failures.length === 0)
    counts.failures.push(`go test\n${ended.message}`);
  report.add(counts);
}

/** The tests of the tools' own scripts, by Node's runner. */
export async function toolTests({
  settings,
  steps,
  report,
  tools,
  playground,
}) {
  report.heading('Tests of the tools');
  const files = [
    'bootstrap',
    'bootstrap/test',
    'playground',
    'renderer',
  ].flatMap(folder =>
    readdirSync(path.join(settings.root, 'tools', folder))
      .filter(name => name.endsWith('.test.mjs'))
      .map(name => path.join(settings.root, 'tools', folder, name)),
  );
  const lines = [];
  let ended;
  await steps
    .run(
      tools.node,
      ['--test', '--test-reporter=tap', '--test-concurrency=1', ...files],
      {
        name: 'tools-test',
        cwd: settings.root,
        env: {
          ...tools.env,
          O8_PLAYGROUND: playground ?? '',
          O8_CACHE: settings.cache,
        },
        onLine: line => lines.push(line),
      },
    )
    .catch(error => {
      ended = error;
    });
  const counts = tapResults(lines);
  if (ended && counts.failures.length === 0)
    counts.failures.push(`node --test\n${ended.message}`);
  report.add(counts);
}
