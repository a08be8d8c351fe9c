import { WatchEvent } from '../Cluster';
import {
  configMapAt,
  json,
  list,
  ScriptedApiServer,
  watch,
} from './__fixtures__/ScriptedApiServer';
import { connectCluster } from './connectCluster';

// The first request loads the client.
jest.setTimeout(20_000);

const KIND = { apiVersion: 'v1', kind: 'ConfigMap' };
const expired = { kind: 'Status', code: 410, reason: 'Expired', metadata: {} };

/** Watches against a script until that many events have come. */
async function events(
  script: Parameters<typeof ScriptedApiServer.start>[0],
  count: number,
): Promise<{ told: string[]; asked: string[] }> {
  const api = await ScriptedApiServer.start(script);
  const cluster = connectCluster({
    name: 'scripted',
    kubeconfigText: api.kubeconfigText,
  });
  const stop = new AbortController();
  const told: string[] = [];
  try {
    for await (const event of cluster.watch(KIND, {
      namespace: 'ns',
      signal: stop.signal,
    })) {
      told.push(tell(event));
      if (told.length === count) stop.abort();
    }
  } finally {
    await cluster.close();
    await api.close();
  }
  const asked = api.seen.map(url =>
    url.includes('watch=1')
      ? `watch ${/resourceVersion=(\d+)/.exec(url)?.[1]}`
      : 'list',
  );
  return { told, asked };
}

function tell(event: WatchEvent): string {
  return 'object' in event
    ? `${event.type} ${event.object.metadata.name}`
    : event.type;
}

describe('a watch', () => {
  it('lists again when the server has forgotten its place, and tells only differences', async () => {
    const { told, asked } = await events(
      [
        list('10', { a: '1', b: '2' }),
        watch([
          { type: 'ADDED', object: configMapAt('c', '11') },
          { type: 'ERROR', object: expired },
        ]),
        list('20', { b: '2', c: '15', d: '16' }),
        watch([{ type: 'DELETED', object: configMapAt('d', '21') }]),
      ],
      9,
    );
    expect(told).toEqual([
      'added a',
      'added b',
      'synced',
      'added c',
      'modified c',
      'added d',
      'deleted a',
      'synced',
      'deleted d',
    ]);
    expect(asked).toEqual(['list', 'watch 10', 'list', 'watch 20']);
  });

  it('goes on from the last bookmark when its time is up', async () => {
    const { told, asked } = await events(
      [
        list('10', {}),
        watch(
          [
            {
              type: 'BOOKMARK',
              object: { metadata: { resourceVersion: '99' } },
            },
          ],
          'end',
        ),
        watch([{ type: 'ADDED', object: configMapAt('a', '100') }]),
      ],
      3,
    );
    expect(told).toEqual(['synced', 'current', 'added a']);
    expect(asked).toEqual(['list', 'watch 10', 'watch 99']);
  });

  it('tells that it lost contact, and that it has it again', async () => {
    const { told, asked } = await events(
      [
        list('10', {}),
        watch([{ type: 'ADDED', object: configMapAt('a', '11') }], 'cut'),
        json({ message: 'not yet' }, { status: 503 }),
        watch([{ type: 'ADDED', object: configMapAt('b', '12') }]),
      ],
      5,
    );
    expect(told).toEqual([
      'synced',
      'added a',
      'interrupted',
      'synced',
      'added b',
    ]);
    expect(asked).toEqual(['list', 'watch 10', 'watch 11', 'watch 11']);
  });

  it('lists page by page, and from the start when a page is forgotten', async () => {
    const { told, asked } = await events(
      [
        list('10', { a: '1' }, { continue: 'next' }),
        json(expired, { status: 410 }),
        list('12', { a: '1', b: '2' }),
      ],
      3,
    );
    expect(told).toEqual(['added a', 'added b', 'synced']);
    expect(asked.slice(0, 3)).toEqual(['list', 'list', 'list']);
  });

  it('lists again at once when the server refuses its place, and has not lost contact', async () => {
    const { told, asked } = await events(
      [
        list('10', { a: '1' }),
        json(expired, { status: 410 }),
        list('20', { a: '1', b: '2' }),
        watch([]),
      ],
      4,
    );
    expect(told).toEqual(['added a', 'synced', 'added b', 'synced']);
    expect(asked.slice(0, 3)).toEqual(['list', 'watch 10', 'list']);
  });

  it('asks again for what was broken off in the midst of a line', async () => {
    const { told, asked } = await events(
      [
        list('10', {}),
        response => {
          const line = JSON.stringify({
            type: 'ADDED',
            object: configMapAt('b', '12'),
          });
          response.writeHead(200, { 'content-type': 'application/json' });
          response.write(
            `${JSON.stringify({
              type: 'ADDED',
              object: configMapAt('a', '11'),
            })}\n${line.slice(0, 20)}`,
          );
          // As a load balancer ends it: there is nothing wrong with the answer itself.
          response.end();
        },
        watch([{ type: 'ADDED', object: configMapAt('b', '12') }]),
      ],
      3,
    );
    expect(told).toEqual(['synced', 'added a', 'added b']);
    expect(asked).toEqual(['list', 'watch 10', 'watch 11']);
  });

  it('ends with the refusal when it may not look at all', async () => {
    await expect(
      events([json({ message: 'no' }, { status: 403 })], 1),
    ).rejects.toMatchObject({ reason: 'forbidden' });
  });
});

describe('a request', () => {
  it('waits as long as the server asks, and tries again', async () => {
    const api = await ScriptedApiServer.start([
      json({}, { status: 429, headers: { 'retry-after': '1' } }),
      json({ message: 'etcd leader changed' }, { status: 500 }),
      json(configMapAt('a', '1')),
    ]);
    const cluster = connectCluster({
      name: 'scripted',
      kubeconfigText: api.kubeconfigText,
    });
    const started = Date.now();
    const got = await cluster.get({ ...KIND, name: 'a', namespace: 'ns' });
    expect(got?.metadata.name).toBe('a');
    expect(Date.now() - started).toBeGreaterThanOrEqual(1_000);
    expect(api.seen).toHaveLength(3);
    await cluster.close();
    await api.close();
  });

  it('that can never succeed is not repeated', async () => {
    const api = await ScriptedApiServer.start([
      json({ message: 'bad' }, { status: 422 }),
    ]);
    const cluster = connectCluster({
      name: 'scripted',
      kubeconfigText: api.kubeconfigText,
    });
    await expect(cluster.apply(configMapAt('a', '1'))).rejects.toMatchObject({
      reason: 'invalid',
      message: 'The cluster "scripted" did not apply ConfigMap ns/a: bad',
    });
    expect(api.seen).toHaveLength(1);
    await cluster.close();
    await api.close();
  });

  it('ends at once when it is aborted', async () => {
    const api = await ScriptedApiServer.start([]);
    const cluster = connectCluster({
      name: 'scripted',
      kubeconfigText: api.kubeconfigText,
    });
    await cluster.capabilities();
    await expect(
      cluster.list(KIND, { signal: AbortSignal.timeout(50) }),
    ).rejects.toThrow(/timeout/i);
    await cluster.close();
    await api.close();
  });
});
