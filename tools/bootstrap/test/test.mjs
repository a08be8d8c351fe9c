import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { freePorts } from '../machine.mjs';
import { binaryOf, goBuild } from '../goBuilds.mjs';
import { installPackages } from '../install.mjs';
import { portalBuild } from '../portalBuild.mjs';
import { Steps } from '../Steps.mjs';
import { toolchain } from '../toolchain.mjs';
import { debianPackages } from './debianPackages.mjs';
import { endToEnd } from './endToEnd.mjs';
import { kubernetesTools } from './kubernetesTools.mjs';
import { Report } from './Report.mjs';
import { goTests, staticChecks, toolTests } from './staticChecks.mjs';
import { unitTests } from './unitTests.mjs';

/**
 * npm test: all that CI runs, in order, on ports and folders of its own, so
 * that a started portal is not disturbed. The last line counts.
 */
export async function test(settings) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'orchestr8-test-'));
  const report = new Report();
  const steps = new Steps(path.join(settings.root, 'test-results', 'logs'));
  const running = [];
  const cleanUp = async () => {
    steps.stop();
    for (const item of running.splice(0).reverse())
      await item.stop().catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => cleanUp().finally(() => process.exit(130)));
  }
  const wanted = name => !settings.only || settings.only.includes(name);
  const context = { settings, steps, report, folder, running };

  try {
    report.heading('Tools and packages');
    const ready = await report.check('install', async () => {
      context.tools = await toolchain(settings);
      await installPackages({ settings, steps, tools: context.tools });
      context.programs = await debianPackages({ steps });
    });
    if (ready) {
      await fetchKubernetesTools(context);
      await builds(context);
      if (wanted('static')) await staticChecks(context);
      if (wanted('go')) await goTests(context);
      if (wanted('tools')) await toolTests(context);
      // Numbers in a row: seven for a cluster, then PostgreSQL and the portals.
      context.ports = await freePorts(18_443, 20);
      if (wanted('unit')) await unitTests(context);
      if (wanted('e2e')) await endToEnd(context);
    }
  } finally {
    await cleanUp();
  }
  process.exitCode = report.close();
}

async function fetchKubernetesTools(context) {
  try {
    context.kubernetes = await kubernetesTools(context.settings);
  } catch (error) {
    context.report.add({
      skipped: [`comparisons with helm and kubectl: ${error.message}`],
    });
  }
}

async function builds(context) {
  const { settings, steps, report } = context;
  report.heading('Builds');
  for (const program of ['renderer', 'playground']) {
    const built = await report.check(`build the ${program}`, () =>
      goBuild(program, { settings, steps }),
    );
    if (built) context[program] = binaryOf(program, settings);
  }
  await report.check('build the portal', async () => {
    context.build = await portalBuild(context);
  });
}
