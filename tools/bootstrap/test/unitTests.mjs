import path from 'node:path';

import { LocalCluster } from '../LocalCluster.mjs';
import { jestResults } from './results.mjs';
import { Postgres } from './Postgres.mjs';

/** Jest over all workspaces, with the real API server, renderer, PostgreSQL and Prometheus where they can be had. */
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

  const output = path.join(folder, 'jest.json');
  let ended;
  await steps
    .step('jest', () =>
      steps.run(
        tools.node,
        [
          tools.yarn,
          'backstage-cli',
          'repo',
          'test',
          '--watchAll=false',
          '--maxWorkers=2',
          '--json',
          `--outputFile=${output}`,
        ],
        { name: 'jest', cwd: settings.root, env },
      ),
    )
    .catch(error => {
      ended = error;
    });
  const counts = jestResults(output, settings.root);
  if (ended && counts.failures.length === 0)
    counts.failures.push(`jest\n${ended.message}`);
  report.add(counts);
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
