import { join } from 'node:path';
import { goBuild } from '../../tools/bootstrap/goBuilds.mjs';
import { LocalCluster } from '../../tools/bootstrap/LocalCluster.mjs';
import { freePorts } from '../../tools/bootstrap/machine.mjs';
import { settingsFrom } from '../../tools/bootstrap/settings.mjs';
import { Steps } from '../../tools/bootstrap/Steps.mjs';
import { toolchain } from '../../tools/bootstrap/toolchain.mjs';

/**
 * Whole control planes without a Prometheus, each with a folder of its own in
 * `data`: answers their kubeconfig files, and how to stop them all. They start
 * one after the other, for each start takes all of a small machine.
 */
export async function startClusters(data, count) {
  const settings = settingsFrom({});
  const steps = new Steps(join(data, 'logs'));
  const tools = await toolchain(settings);
  const binary = await goBuild('playground', { settings, steps });
  const onFailure = error => {
    console.error(error.message);
    process.exit(1);
  };
  const clusters = [];
  const stop = () => Promise.all(clusters.map(cluster => cluster.stop()));
  const kubeconfigs = [];
  try {
    while (clusters.length < count) {
      const own = {
        ...settings,
        data: join(data, `${clusters.length}`),
        playgroundPort: await freePorts(24_443, 10),
      };
      const cluster = new LocalCluster({
        ...{ settings: own, tools, binary, prometheus: false, onFailure },
      });
      clusters.push(cluster);
      kubeconfigs.push((await cluster.start()).kubeconfig);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { kubeconfigs, stop };
}
