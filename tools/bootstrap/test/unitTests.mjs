import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { LocalCluster } from '../LocalCluster.mjs';
import { jestResults } from './results.mjs';
import { Postgres } from './Postgres.mjs';

/** Longest time for the tests of one workspace. */
const LIMIT = 12 * 60_000;

/** Jest over all workspaces, each in its own folder, with the real API server, renderer, PostgreSQL and Prometheus where they can be had. */
export async function unitTests(context) {
  const {
    settings,
    steps,
    report,
    tools,
    programs,
    kubernetes,
    running,
    folder,
  } = context;
  report.heading('Unit and integration tests');
  const env = {
    ...tools.env,
    CI: 'true',
    NODE_ENV: 'test',
    // Jest loads packages that are ES modules only.
    NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    O8_TEST_ROOT: settings.root,
    ...(context.renderer && { O8_RENDERER: context.renderer }),
    ...(kubernetes && {
      O8_HELM: kubernetes.helm,
      O8_KUBECTL: kubernetes.kubectl,
    }),
    ...(programs.promtool && { O8_PROMTOOL: programs.promtool }),
  };
  await withCluster(context, env);
  await withPostgres(context, env);

  for (const workspace of workspaces(settings.root)) {
    const output = path.join(folder, `jest-${path.basename(workspace)}.json`);
    const name = `jest-${path.basename(workspace)}`;
    let ended;
    await steps
      .step(workspace, () =>
        steps.run(
          tools.node,
          [
            tools.yarn,
            'test',
            '--watchAll=false',
            '--maxWorkers=2',
            // No test asserts a time: what ends late on a busy machine has not failed.
            '--testTimeout=30000',
            '--json',
            `--outputFile=${output}`,
          ],
          { name, cwd: path.join(settings.root, workspace), env, limit: LIMIT },
        ),
      )
      .catch(error => {
        ended = error;
      });
    const counts = jestResults(output, settings.root);
    if (ended && !counts.failures.length) {
      counts.failures.push(`${workspace}\n${ended.message}`);
    }
    report.add(counts);
  }
  for (const item of running.splice(0).reverse()) await item.stop();
}

async function withCluster(context, env) {
  const { settings, report, tools, running, folder, ports } = context;
  if (!context.playground) {
    report.add({
      skipped: ['tests against an API server: the playground is not built'],
    });
    return;
  }
  const cluster = new LocalCluster({
    settings: {
      ...settings,
      data: path.join(folder, 'unit'),
      playgroundPort: ports,
    },
    tools,
    binary: context.playground,
    onFailure: error => console.error(error.message),
  });
  running.push(cluster);
  try {
    const endpoints = await cluster.start();
    // For tests that end an API server of their own.
    env.O8_PLAYGROUND = context.playground;
    env.O8_TEST_KUBECONFIG = endpoints.kubeconfig;
    env.O8_TEST_CONTEXT = endpoints.context;
    if (endpoints.prometheusUrl)
      env.O8_TEST_PROMETHEUS_URL = endpoints.prometheusUrl;
    else
      report.add({
        skipped: ['tests against Prometheus: it is not installed'],
      });
  } catch (error) {
    report.add({ failures: [`the playground starts\n${error.message}`] });
  }
}

async function withPostgres(context, env) {
  const { report, programs, running, folder, ports } = context;
  if (!programs.postgres || !context.playground) {
    report.add({ skipped: ['tests on PostgreSQL: it is not installed'] });
    return;
  }
  const postgres = new Postgres({
    server: programs.postgres,
    port: ports + 8,
    guard: context.playground,
    logFile: path.join(folder, 'postgres.log'),
  });
  running.push(postgres);
  try {
    await postgres.start();
    env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING = postgres.url;
  } catch (error) {
    report.add({ failures: [`PostgreSQL starts\n${error.message}`] });
  }
}

/** The workspaces that have tests, in the order of their imports: what others build on comes first. */
function workspaces(root) {
  const order = ['orchestr8-common', 'orchestr8-node'];
  const rank = name => {
    const index = order.indexOf(path.basename(name));
    return index < 0 ? order.length : index;
  };
  return ['plugins', 'packages']
    .flatMap(group =>
      readdirSync(path.join(root, group)).map(name => path.join(group, name)),
    )
    .filter(folder => {
      const manifest = path.join(root, folder, 'package.json');
      if (!existsSync(manifest)) return false;
      const { scripts } = JSON.parse(readFileSync(manifest, 'utf8'));
      return scripts?.test && hasTests(path.join(root, folder, 'src'));
    })
    .sort((a, b) => rank(a) - rank(b));
}

function hasTests(folder) {
  return readdirSync(folder, { withFileTypes: true }).some(entry =>
    entry.isDirectory()
      ? hasTests(path.join(folder, entry.name))
      : /\.test\.tsx?$/.test(entry.name),
  );
}
