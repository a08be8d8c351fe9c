import { once } from 'node:events';
import { TLSSocket } from 'node:tls';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadKubeConfig } from './loadKubeConfig';
import { resumingConnector } from './resumingConnector';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const describeWithPlayground = kubeconfig ? describe : describe.skip;

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

describeWithPlayground(
  'connections to an API server (need O8_TEST_KUBECONFIG)',
  () => {
    it('go on with the session of an earlier one, however long ago that was', async () => {
      const config = await loadKubeConfig({ name: 'test', kubeconfig });
      const tls: Parameters<typeof config.applyToHTTPSOptions>[0] = {};
      await config.applyToHTTPSOptions(tls);
      const { hostname, port, host, protocol } = new URL(
        config.getCurrentCluster()!.server,
      );
      const connect = resumingConnector({
        ...{ ca: tls.ca, cert: tls.cert, key: tls.key },
      });
      const connection = () =>
        new Promise<TLSSocket>((resolve, reject) => {
          connect({ hostname, port, host, protocol }, (error, socket) =>
            error ? reject(error) : resolve(socket as TLSSocket),
          );
        });

      const first = await connection();
      expect(first.isSessionReused()).toBe(false);
      const ended = once(first, 'close');
      // The session comes as the first thing that is read.
      await once(first.resume(), 'session');
      first.destroy();
      await ended;
      collectGarbage();
      const second = await connection();
      expect(second.isSessionReused()).toBe(true);
      second.destroy();
    }, 30_000);
  },
);
