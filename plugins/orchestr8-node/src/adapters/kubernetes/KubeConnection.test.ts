import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  configMapAt,
  json,
  ScriptedApiServer,
} from './__fixtures__/ScriptedApiServer';
import { connectCluster } from './connectCluster';
import { contextOf } from './contextOf';
import { KubeConnection } from './KubeConnection';

const KUBECONFIG = (user: string) => `
apiVersion: v1
kind: Config
clusters: [{ name: c, cluster: { server: "https://127.0.0.1:1/prefix/" } }]
users: [{ name: u, user: ${user} }]
contexts: [{ name: c, context: { cluster: c, user: u } }]
current-context: c`;

describe('KubeConnection', () => {
  it.each([
    ['a token', '{ token: abc }', { authorization: 'Bearer abc' }],
    [
      'a name and password',
      '{ username: me, password: pw }',
      { authorization: 'Basic bWU6cHc=' },
    ],
    ['nothing', '{}', {}],
    [
      'another user',
      '{ token: abc, as: deployer }',
      { authorization: 'Bearer abc', 'impersonate-user': 'deployer' },
    ],
  ])('signs in with %s', async (_, user, headers) => {
    const connection = new KubeConnection({
      name: 'c',
      kubeconfigText: KUBECONFIG(user),
    });
    const access = await connection.access();
    expect(access.headers).toEqual(headers);
    expect(access.server).toBe('https://127.0.0.1:1/prefix');
    // One pool of connections, however many requests.
    expect((await connection.access()).dispatcher).toBe(access.dispatcher);
    await connection.close();
  });

  it('repeats nothing of a kubeconfig that cannot be parsed', async () => {
    const connection = new KubeConnection({
      name: 'c',
      kubeconfigText: 'users:\n  - user: { token: s3cret\n a: [',
    });
    const error = await connection.access().catch(e => e);
    expect(error.message).toContain('the kubeconfig given cannot be used');
    expect(error.message).not.toContain('s3cret');
  });

  it('is where its context says, as far as the kubeconfig tells', async () => {
    const at = { name: 'c', kubeconfigText: KUBECONFIG('{ token: abc }') };
    expect(await contextOf(at)).toEqual({
      name: 'c',
      cluster: 'c',
      server: 'https://127.0.0.1:1/prefix',
      user: 'u',
    });
    await expect(contextOf({ ...at, context: 'x' })).rejects.toThrow(
      'it has no context "x" (it has: c)',
    );
  });

  it('reads a kubeconfig anew when it was written anew, soon after', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'o8-kubeconfig-'));
    const file = join(folder, 'config');
    const api = await ScriptedApiServer.start([json(configMapAt('a', '1'))]);
    const cluster = connectCluster({ name: 'c', kubeconfig: file });
    const ref = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: 'a',
      namespace: 'ns',
    };
    writeFileSync(file, KUBECONFIG('{ token: old }'));
    utimesSync(file, 1, 1);
    await expect(cluster.get(ref)).rejects.toThrow('connection refused');
    writeFileSync(file, api.kubeconfigText);
    const now = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => now() + 250);
    expect((await cluster.get(ref))?.metadata.name).toBe('a');
    jest.restoreAllMocks();
    await cluster.close();
    await api.close();
    rmSync(folder, { recursive: true });
  });
});
