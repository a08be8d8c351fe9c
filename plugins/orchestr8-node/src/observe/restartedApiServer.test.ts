import { OwnApiServer } from '../adapters/kubernetes/__fixtures__/OwnApiServer';
import { connectCluster } from '../adapters/kubernetes/connectCluster';
import {
  configMap,
  plannedDeployment,
} from '../apply/__fixtures__/plannedDeployment';
import { executePlan } from '../apply/executePlan';
import { ClusterObservation } from './ObserveOptions';
import { SharedWatches } from './SharedWatches';
import { watchObservation } from './watchObservation';

const binary = process.env.O8_PLAYGROUND;
const whenBuilt = binary ? describe : describe.skip;
const namespace = 'restarted';

jest.setTimeout(180_000);

whenBuilt(
  'an API server that is killed under its watches (needs O8_PLAYGROUND)',
  () => {
    let server: OwnApiServer;
    let cluster: ReturnType<typeof connectCluster>;

    beforeAll(async () => {
      server = await OwnApiServer.start(binary!);
      cluster = connectCluster({
        name: 'own',
        kubeconfigText: server.kubeconfigText,
      });
      const outcome = await executePlan(
        plannedDeployment(namespace, [
          configMap(namespace, 'stays'),
          configMap(namespace, 'goes'),
        ]),
        {
          deployment: { id: 'd' },
          cluster,
          timeoutMs: 60_000,
          signal: new AbortController().signal,
          onProgress: async () => {},
        },
      );
      if (outcome.state !== 'succeeded') throw new Error(outcome.message);
    });
    afterAll(async () => {
      await cluster?.close();
      await server?.close();
    });

    it('is told as lost, with what was known; is back by itself; and nothing is told that was not so', async () => {
      const watches = new SharedWatches(cluster, { lingerMs: 0 });
      const stop = new AbortController();
      const told: ClusterObservation[] = [];
      const order: string[] = [];
      const goes = {
        ...{ apiVersion: 'v1', kind: 'ConfigMap', name: 'goes' },
        namespace,
      };
      for await (const now of watchObservation(
        { module: namespace, environment: 'test', namespace },
        { watches, signal: stop.signal },
      )) {
        told.push(now);
        const seen = now.unavailable ? 'lost' : now.health.status;
        if (seen === order.at(-1)) continue;
        order.push(seen);
        switch (order.length) {
          case 1:
            await server.kill();
            break;
          case 2:
            await server.run();
            break;
          case 3:
            // The watches go on: what happens from now on is seen too.
            await cluster.delete(goes);
            break;
          default:
            stop.abort();
        }
      }
      watches.close();
      expect(order).toEqual(['Healthy', 'lost', 'Healthy', 'Missing']);
      const lost = told.find(({ unavailable }) => unavailable)!;
      expect(lost).toMatchObject({
        unavailable: expect.stringMatching(
          /^The cluster "own" .*cannot be reached/,
        ),
        health: { status: 'Healthy' },
        deployed: { version: '1.0.0' },
      });
      expect(lost.objects).toEqual(told[0].objects);
      expect(told.at(-1)!.health.message).toBe(
        'ConfigMap goes is not in the cluster',
      );
    });
  },
);
