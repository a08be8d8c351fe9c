import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { WatchEvent } from '../Cluster';
import { ClusterError } from '../ClusterError';
import { connectCluster } from './connectCluster';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

whenPlayground('KubernetesCluster (needs O8_TEST_KUBECONFIG)', () => {
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const namespace = `o8-adapter-${Date.now().toString(36)}`;
  const configMap = (
    name: string,
    data: Record<string, string>,
  ): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, labels: { suite: namespace } },
    data,
  });

  beforeAll(async () => {
    await cluster.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
  }, 30_000);

  afterAll(async () => {
    await cluster.delete({
      apiVersion: 'v1',
      kind: 'Namespace',
      name: namespace,
    });
    await cluster.close();
  });

  it('knows the version and the kinds of the cluster', async () => {
    const { version, kinds } = await cluster.capabilities();
    expect(version).toMatch(/^v\d+\.\d+/);
    expect(kinds).toContainEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      resource: 'deployments',
      namespaced: true,
    });
    expect(kinds).toContainEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      resource: 'namespaces',
      namespaced: false,
    });
  });

  it('applies, reads back, and deletes an object', async () => {
    const applied = await cluster.apply(configMap('basic', { a: '1' }));
    expect(applied.object.metadata.managedFields?.[0].manager).toBe(
      'orchestr8',
    );
    const ref = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: 'basic',
      namespace,
    };
    expect((await cluster.get(ref))?.data).toEqual({ a: '1' });
    await cluster.delete(ref, { uid: '00000000-0000-0000-0000-000000000000' });
    expect(await cluster.get(ref)).toBeDefined();
    await cluster.delete(ref, { uid: applied.object.metadata.uid });
    expect(await cluster.get(ref)).toBeUndefined();
    await cluster.delete(ref);
  });

  it('changes nothing in a dry run', async () => {
    const { object } = await cluster.apply(configMap('dry', { a: '1' }), {
      dryRun: true,
    });
    expect(object.data).toEqual({ a: '1' });
    expect(
      await cluster.list(
        { apiVersion: 'v1', kind: 'ConfigMap' },
        { namespace, fieldSelector: 'metadata.name=dry' },
      ),
    ).toEqual([]);
  });

  it('names manager and field of a conflict', async () => {
    await cluster.apply(configMap('contested', { a: '1' }));
    const other = connectCluster({
      name: 'other',
      kubeconfig: kubeconfig!,
      fieldManager: 'somebody-else',
    });
    await other.apply(configMap('contested', { a: '2' }), { force: true });
    await other.close();
    const error = await cluster
      .apply(configMap('contested', { a: '3' }))
      .catch(e => e);
    expect(error).toBeInstanceOf(ClusterError);
    expect(error.reason).toBe('conflict');
    expect(error.conflicts).toEqual([
      { manager: 'somebody-else', field: 'data.a' },
    ]);
    expect(error.message).toContain(
      'field data.a is managed by "somebody-else"',
    );
  });

  it('refuses a field that the cluster does not know', async () => {
    const error = await cluster
      .apply({ ...configMap('typo', {}), dada: { a: '1' } })
      .catch(e => e);
    expect(error.reason).toBe('invalid');
    expect(error.message).toContain('dada');
  });

  it('never repeats the content of a Secret in an error', async () => {
    const error = await cluster
      .apply({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'canary', namespace },
        data: { token: 'canary-not-base64!' },
      })
      .catch(e => e);
    expect(error).toBeInstanceOf(ClusterError);
    expect(error.message).not.toContain('canary-not-base64');
  });

  it('says which kind is unknown', async () => {
    const object = {
      ...configMap('x', {}),
      apiVersion: 'nobody.io/v1',
      kind: 'Nothing',
    };
    await expect(cluster.apply(object)).rejects.toThrow(
      'does not know the kind Nothing of nobody.io/v1',
    );
    expect(await cluster.get({ ...object, name: 'x' })).toBeUndefined();
  });

  it('collects the warnings of the API server', async () => {
    const { warnings } = await cluster.apply(
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'warned', namespace },
        spec: {
          containers: [
            {
              name: 'a',
              image: 'a:1',
              env: [
                { name: 'X', value: '1' },
                { name: 'Y', value: '1' },
              ],
            },
          ],
          nodeSelector: { 'beta.kubernetes.io/os': 'linux' },
        },
      },
      { dryRun: true },
    );
    expect(warnings.join()).toContain('beta.kubernetes.io/os');
  });

  it('watches: first what is there, then what changes', async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    const nameOf = (event: WatchEvent) =>
      'object' in event
        ? `${event.type} ${event.object.metadata.name}`
        : event.type;
    await cluster.apply(configMap('w1', { a: '1' }));
    for await (const event of cluster.watch(
      { apiVersion: 'v1', kind: 'ConfigMap' },
      { namespace, labelSelector: `suite=${namespace}`, signal: stop.signal },
    )) {
      if (nameOf(event).includes('contested')) continue;
      seen.push(nameOf(event));
      if (event.type === 'synced') {
        await cluster.apply(configMap('w1', { a: '2' }));
        await cluster.apply(configMap('w2', { a: '1' }));
        await cluster.delete({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          name: 'w1',
          namespace,
        });
      }
      if (event.type === 'deleted') stop.abort();
    }
    expect(seen).toEqual([
      'added w1',
      'synced',
      'modified w1',
      'added w2',
      'deleted w1',
    ]);
  });

  it('pages through long lists', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `page-${i}`);
    await Promise.all(names.map(name => cluster.apply(configMap(name, {}))));
    const listed = await cluster.list(
      { apiVersion: 'v1', kind: 'ConfigMap' },
      { namespace, labelSelector: `suite=${namespace}` },
    );
    expect(listed.map(o => o.metadata.name)).toEqual(
      expect.arrayContaining(names),
    );
    expect(listed[0].kind).toBe('ConfigMap');
  });

  it('says that access is refused', async () => {
    const config = parse(readFileSync(kubeconfig!, 'utf8'));
    config.users = config.users.map(({ name }: { name: string }) => ({
      name,
      user: { token: 'wrong' },
    }));
    const stranger = connectCluster({
      name: 'stranger',
      kubeconfigText: JSON.stringify(config),
    });
    const error = await stranger
      .list({ apiVersion: 'v1', kind: 'ConfigMap' })
      .catch(e => e);
    expect(error).toMatchObject({ reason: 'unauthorized', status: 401 });
    expect(error.message).not.toContain('wrong');
    await stranger.close();
  });
});

describe('a cluster that cannot be reached', () => {
  const text = (server: string) => `
apiVersion: v1
kind: Config
clusters: [{ name: c, cluster: { server: "${server}" } }]
users: [{ name: u, user: { token: secret-token } }]
contexts: [{ name: c, context: { cluster: c, user: u } }]
current-context: c`;

  it('is named with its address and the cause, without credentials', async () => {
    const cluster = connectCluster({
      name: 'gone',
      kubeconfigText: text('https://127.0.0.1:1'),
    });
    const error = await cluster.capabilities().catch(e => e);
    expect(error).toBeInstanceOf(ClusterError);
    expect(error.message).toBe(
      'The cluster "gone" at https://127.0.0.1:1 cannot be reached: connection refused',
    );
    expect(error.reason).toBe('unreachable');
    expect(JSON.stringify(error)).not.toContain('secret-token');
    await cluster.close();
  });

  it('says which kubeconfig is missing', async () => {
    await expect(
      connectCluster({
        name: 'x',
        kubeconfig: '/nowhere/config',
      }).capabilities(),
    ).rejects.toThrow(
      'The cluster "x" cannot be reached: the kubeconfig /nowhere/config cannot be used: no such file',
    );
  });

  it('names the contexts that there are', async () => {
    await expect(
      connectCluster({
        name: 'x',
        kubeconfigText: text('https://127.0.0.1:1'),
        context: 'other',
      }).capabilities(),
    ).rejects.toThrow('it has no context "other" (it has: c)');
  });

  it('is reported by a watch, which goes on trying', async () => {
    const cluster = connectCluster({
      name: 'gone',
      kubeconfigText: text('https://127.0.0.1:1'),
    });
    const stop = new AbortController();
    const events: WatchEvent[] = [];
    for await (const event of cluster.watch(
      { apiVersion: 'v1', kind: 'Pod' },
      { signal: stop.signal },
    )) {
      events.push(event);
      stop.abort();
    }
    expect(events.map(e => e.type)).toEqual(['interrupted']);
    await cluster.close();
  });
});
