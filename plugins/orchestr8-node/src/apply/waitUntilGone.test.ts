import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader, WatchEvent } from '../adapters/Cluster';
import { ClusterError, ClusterErrorReason } from '../adapters/ClusterError';
import { Execution } from './Execution';
import { Progress } from './Progress';
import { waitUntilGone } from './waitUntilGone';

const ref = (name: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  name,
  namespace: 'n',
});
const leaving = (name: string, ...finalizers: string[]): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'n', deletionTimestamp: 'now', finalizers },
});
const anew = (name: string): KubernetesObject => ({
  ...leaving(name),
  metadata: { name, namespace: 'n' },
});
const fault = (reason: ClusterErrorReason) =>
  new ClusterError(`it is ${reason}`, { cluster: 'test', reason });

const SYNCED: WatchEvent = { type: 'synced' };
const seen = (object: KubernetesObject): WatchEvent => ({
  type: 'added',
  object,
});
const deleted = (object: KubernetesObject): WatchEvent => ({
  type: 'deleted',
  object,
});

/** Waits in a cluster whose watch tells these events, and nothing after. */
const waiting = async (
  events: WatchEvent[] | ClusterError,
  options: { names?: string[]; looks?: (KubernetesObject | undefined)[] } = {},
) => {
  const { names = ['a'], looks = [] } = options;
  const progress = new Progress(async () => {});
  const say = jest.spyOn(progress, 'say');
  const asked: unknown[] = [];
  const cluster: Pick<ClusterReader, 'get' | 'watch'> = {
    get: async () => looks.shift(),
    async *watch(_, { signal, ...selection }) {
      asked.push(selection);
      if (events instanceof ClusterError) throw events;
      yield* events;
      if (signal.aborted) return;
      await new Promise(resolve => signal.addEventListener('abort', resolve));
    },
  };
  const execution = {
    cluster,
    progress,
    signal: new AbortController().signal,
    deadline: Date.now() + 300,
  } as unknown as Execution;
  await progress.start('prune', 'Deleting');
  const ended = await waitUntilGone(execution, names.map(ref)).then(
    () => 'gone',
    error => error.failure ?? error,
  );
  const said = say.mock.calls.map(([, message]) => message);
  return { ended, said, asked };
};

describe('waitUntilGone', () => {
  it.each<[string, WatchEvent[]]>([
    ['that is not there any more', [SYNCED]],
    [
      'that goes while it is watched',
      [seen(leaving('a', 'x')), SYNCED, deleted(leaving('a'))],
    ],
    ['that somebody made anew', [seen(anew('a')), SYNCED]],
  ])('ends with an object %s', async (_, events) => {
    const { ended, asked } = await waiting(events);
    expect(ended).toBe('gone');
    expect(asked).toEqual([
      { namespace: 'n', fieldSelector: 'metadata.name=a' },
    ]);
  });

  it('waits for all objects of a kind by one watch, and says who keeps them', async () => {
    const { ended, asked, said } = await waiting(
      [
        seen(leaving('a', 'example.com/slow')),
        seen(leaving('other', 'example.com/else')),
        SYNCED,
        deleted(leaving('a')),
      ],
      { names: ['a', 'b'] },
    );
    expect(ended).toBe('gone');
    expect(asked).toEqual([{ namespace: 'n', metadataOnly: true }]);
    expect(said.join('\n')).toContain(
      'Waiting until ConfigMap n/a is gone (example.com/slow)',
    );
    expect(said.join('\n')).not.toContain('else');
  });

  it('fails at the deadline by name of the finalizer that keeps it', async () => {
    const { ended } = await waiting([seen(leaving('a', 'x/y')), SYNCED]);
    expect(ended).toMatchObject({
      cause: 'deletion-stuck',
      message: expect.stringContaining('x/y must agree'),
      object: ref('a'),
      evidence: ['finalizer x/y'],
    });
  });

  it('tells that contact is lost, and waits on', async () => {
    const { ended, said } = await waiting([
      { type: 'interrupted', error: fault('unreachable') },
      SYNCED,
    ]);
    expect(ended).toBe('gone');
    expect(said.join()).toContain('Waiting for the cluster: it is unreachable');
  });

  it('takes the objects of a kind that is no more for gone', async () => {
    expect((await waiting(fault('not-found'))).ended).toBe('gone');
  });

  it('looks where it may not watch', async () => {
    const looks = [undefined];
    const { ended } = await waiting(fault('forbidden'), { looks });
    expect(ended).toBe('gone');
  });
});
