/**
 * Carries out one plan as a process of its own, for tests that end or stop it:
 * `EXECUTE` holds what to do, the last line of stdout what came of it.
 */
import { connectCluster } from '../../adapters/kubernetes/connectCluster';
import { PlannedDeployment } from '../../EngineTypes';
import { executePlan } from '../executePlan';

/** What an executor is told. */
export interface Order {
  kubeconfigText: string;
  planned: PlannedDeployment;
  deployment: string;
  epoch: number;
}

async function main(): Promise<void> {
  const order = JSON.parse(process.env.EXECUTE ?? '') as Order;
  const cluster = connectCluster({
    name: 'executor',
    kubeconfigText: order.kubeconfigText,
  });
  const ended = await executePlan(order.planned, {
    deployment: { id: order.deployment },
    cluster,
    epoch: order.epoch,
    timeoutMs: 60_000,
    signal: new AbortController().signal,
    onProgress: async () => {},
  }).then(
    ({ state, message }) => `${state}: ${message}`,
    error => `${error.name}: ${error.message}`,
  );
  await cluster.close();
  process.stdout.write(`${ended}\n`);
}

void main();
