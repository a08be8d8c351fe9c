import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { LocalCluster } from '../LocalCluster.mjs';
import { Portal } from '../Portal.mjs';
import { ensureSecrets, writeSignIn } from '../secrets.mjs';
import { playwrightResults } from './results.mjs';

/** Playwright in real Chromium, against a portal that is started as `npm start` does. */
export async function endToEnd(context) {
  const {
    settings,
    steps,
    report,
    tools,
    programs,
    folder,
    ports,
    running,
    kubernetes,
  } = context;
  report.heading('End to end');
  const tests = path.join(settings.root, 'packages', 'app', 'e2e-tests');
  const why =
    ((!existsSync(tests) || readdirSync(tests).length === 0) &&
      'there are none') ||
    (!programs.chromium && 'Chromium is not installed') ||
    (!context.build && 'the portal is not built') ||
    (!context.renderer && 'the renderer is not built') ||
    (!context.playground && 'the playground is not built');
  if (why) {
    report.add({ skipped: [`end-to-end tests: ${why}`] });
    return;
  }

  const own = {
    ...settings,
    data: path.join(folder, 'e2e'),
    playgroundPort: ports,
    port: ports + 9,
  };
  const onFailure = error => console.error(error.message);
  let portal;
  let cluster;
  const started = await report.check('the portal starts', async () => {
    const local = new LocalCluster({
      settings: own,
      tools,
      binary: context.playground,
      onFailure,
    });
    running.push(local);
    cluster = await local.start();
    const secrets = ensureSecrets(own.data);
    portal = new Portal({
      settings: own,
      tools,
      build: context.build,
      renderer: context.renderer,
      cluster,
      secrets,
      onFailure,
    });
    running.push(portal);
    await portal.start();
    writeSignIn(own.data, { url: portal.url, token: secrets.O8_CLI_TOKEN });
  });
  if (started) {
    const output = path.join(folder, 'playwright.json');
    let ended;
    await steps
      .step('playwright', () =>
        steps.run(
          tools.node,
          [tools.yarn, 'playwright', 'test', '--reporter=json'],
          {
            name: 'playwright',
            cwd: settings.root,
            env: {
              ...tools.env,
              CI: 'true',
              PLAYWRIGHT_JSON_OUTPUT_NAME: output,
              O8_CHROMIUM: programs.chromium,
              O8_E2E_URL: portal.url,
              O8_E2E_KUBECONFIG: cluster.kubeconfig,
              O8_E2E_PORTAL_PID: String(portal.pid),
              O8_DATA: own.data,
              ...(kubernetes && { O8_KUBECTL: kubernetes.kubectl }),
            },
          },
        ),
      )
      .catch(error => {
        ended = error;
      });
    const counts = playwrightResults(output);
    if (ended && counts.failures.length === 0)
      counts.failures.push(`playwright\n${ended.message}`);
    report.add(counts);
  }
  for (const item of running.splice(0).reverse()) await item.stop();
}
