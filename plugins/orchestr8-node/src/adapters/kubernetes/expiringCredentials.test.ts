import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultProxy } from './__fixtures__/FaultProxy';
import { connectCluster } from './connectCluster';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

jest.setTimeout(30_000);

whenPlayground(
  'credentials that end before their time (needs O8_TEST_KUBECONFIG)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'o8-credentials-'));
    const tokenFile = join(folder, 'token');
    const runs = join(folder, 'runs');
    const open: { close(): Promise<void> }[] = [];
    /** The one token that the API server takes for the moment; any other one is refused by itself. */
    let accepted = '';
    let refused = 0;
    let proxy: FaultProxy;

    beforeAll(async () => {
      proxy = await FaultProxy.to(kubeconfig!, ({ authorization }) => {
        if (authorization === `Bearer ${accepted}`) {
          return { kind: 'rewrite', authorization: proxy.authorization };
        }
        refused += 1;
        return undefined;
      });
    });
    afterAll(async () => {
      await Promise.all(open.map(one => one.close()));
      await proxy.close();
      rmSync(folder, { recursive: true });
    });

    const renewTo = (token: string) => {
      accepted = token;
      refused = 0;
      writeFileSync(tokenFile, token);
    };
    const connect = (
      user: object,
      more: Partial<Parameters<typeof connectCluster>[0]> = {},
    ) => {
      const cluster = connectCluster({
        name: 'test',
        kubeconfigText: proxy.kubeconfigOf(user),
        ...more,
      });
      open.push(cluster);
      return cluster;
    };
    const kubeSystem = {
      apiVersion: 'v1',
      kind: 'Namespace',
      name: 'kube-system',
    };
    /** A program that says what the file holds, and nothing of when that ends. */
    const program = {
      exec: {
        apiVersion: 'client.authentication.k8s.io/v1',
        command: process.execPath,
        args: [
          '-e',
          `const fs = require('fs');
           fs.appendFileSync(${JSON.stringify(runs)}, '.');
           const token = fs.readFileSync(${JSON.stringify(tokenFile)}, 'utf8');
           console.log(JSON.stringify({ status: { token } }));`,
        ],
        interactiveMode: 'Never',
      },
    };

    it.each([
      ['a file', { tokenFile }],
      ['a program', program],
    ])('are asked of %s once more', async (_, user) => {
      renewTo('first');
      const cluster = connect(user);
      expect(await cluster.get(kubeSystem)).toBeDefined();
      expect(refused).toBe(0);
      renewTo('second');
      const found = await Promise.all(
        [1, 2, 3].map(() => cluster.get(kubeSystem)),
      );
      expect(found.every(Boolean)).toBe(true);
      expect(refused).toBeGreaterThan(0);
    });

    it('are asked of a program once, however many requests are refused', () => {
      expect(readFileSync(runs, 'utf8')).toBe('..');
    });

    it('go with a write that was refused, which is made once', async () => {
      renewTo('first');
      const cluster = connect({ tokenFile });
      await cluster.get(kubeSystem);
      renewTo('second');
      const name = `o8-credentials-${Date.now().toString(36)}`;
      await cluster.apply({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      });
      await cluster.delete({ apiVersion: 'v1', kind: 'Namespace', name });
      expect(
        proxy.answers
          .filter(({ request }) => request.url.includes(name))
          .map(({ request, status }) => `${request.method} ${status}`),
      ).toEqual(['PATCH 401', 'PATCH 201', 'DELETE 200']);
    });

    it('that cannot be renewed are refused in words, without the token, and not as another cluster', async () => {
      renewTo('other');
      for (const identity of [undefined, 'pinned']) {
        const cluster = connect({ token: 'ended' }, { identity });
        const error = await cluster.get(kubeSystem).catch(e => e);
        expect(error).toMatchObject({ reason: 'unauthorized', status: 401 });
        expect(error.message).not.toContain('ended');
      }
    });
  },
);
