import path from 'node:path';

import { LocalCluster } from './LocalCluster.mjs';
import { Lock } from './Lock.mjs';
import { assertMemory, assertPortFree } from './machine.mjs';
import { ownCluster } from './ownCluster.mjs';
import { Portal } from './Portal.mjs';
import { prepare } from './prepare.mjs';
import { ensureSecrets, writeSignIn } from './secrets.mjs';
import { lasted, Steps } from './Steps.mjs';

/** npm start: prepares, starts the cluster and the portal, and ends both when it is told to. */
export async function start(settings) {
  const began = Date.now();
  const lock = new Lock(settings.data);
  lock.take();
  const steps = new Steps(path.join(settings.data, 'logs'));
  const running = [];
  let ending;
  const end = (status, error) => {
    if (ending) return;
    ending = (async () => {
      if (error)
        console.error(`\n${error.friendly ? error.message : error.stack}\n`);
      else console.log('\nEnding …');
      steps.stop();
      // The portal first: it writes to the cluster until its end.
      for (const item of running.reverse()) await item.stop().catch(() => {});
      lock.release();
      process.exit(status);
    })();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => end(0));
  endWithNpm(end);
  const onFailure = error => end(1, error);

  try {
    assertMemory();
    await assertPortFree(settings.port, '--port');
    const own = Boolean(settings.kubeconfig);
    console.log(`\nStarting Orchestr8${own ? '' : ' with a local cluster'}\n`);
    const { tools, build, renderer, playground } = await prepare({
      settings,
      steps,
      withPlayground: !own,
    });

    let cluster;
    if (own) {
      cluster = ownCluster(settings);
    } else {
      await assertPortFree(settings.playgroundPort, '--playground-port');
      const local = new LocalCluster({
        settings,
        tools,
        binary: playground,
        onFailure,
      });
      running.push(local);
      cluster = await steps.step('Start the local cluster', () =>
        local.start(),
      );
    }
    const secrets = ensureSecrets(settings.data);
    const portal = new Portal({
      settings,
      tools,
      build,
      renderer,
      cluster,
      secrets,
      onFailure,
    });
    running.push(portal);
    await steps.step('Start the portal', () => portal.start());
    writeSignIn(settings.data, {
      url: portal.url,
      token: secrets.O8_CLI_TOKEN,
    });
    welcome({ portal, cluster, took: lasted(began), settings });
  } catch (error) {
    if (!ending) end(1, error);
  }
}

function welcome({ portal, cluster, took, settings }) {
  const simulated = cluster.simulated
    ? ', real API server, simulated pods'
    : '';
  console.log(`
Orchestr8 is ready (${took}):  ${portal.url}

  Sign in       press Enter on the page: you are John Doe of the platform team
  First         Create → Microservice; then Deploy on the new module's page
  Command line  npx o8 module list
  Cluster       ${cluster.context}${simulated}
                export KUBECONFIG=${cluster.kubeconfig}
  Alerts        ${
    cluster.prometheusUrl ??
    'no Prometheus here: install it (Debian: prometheus) to see alerts fire'
  }
  State, logs   ${settings.data}

Ctrl-C ends everything; "npm run reset" clears it.
`);
}

/** Under npm, a killed npm leaves us to another parent: end then too. */
function endWithNpm(end) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end(0);
  }, 1000).unref();
}
