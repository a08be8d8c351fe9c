import { ClusterReader, WatchEvent } from '../adapters/Cluster';
import { ClusterError } from '../adapters/ClusterError';
import { SharedWatches } from './SharedWatches';

const PODS = { apiVersion: 'v1', kind: 'Pod' };
const CLAIMS = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' };
const START = Date.parse('2026-11-24T08:00:00Z');

/** A cluster that tells on each watch what a test says. */
class ToldCluster {
  readonly name = 'told';
  private readonly told = new Map<string, WatchEvent[]>();
  private wake = () => {};

  tell(kind: string, event: WatchEvent): void {
    this.told.set(kind, [...(this.told.get(kind) ?? []), event]);
    this.wake();
  }

  async *watch(
    { kind }: { kind: string },
    { signal }: { signal: AbortSignal },
  ): AsyncGenerator<WatchEvent> {
    while (!signal.aborted) {
      const [next, ...rest] = this.told.get(kind) ?? [];
      if (next) {
        this.told.set(kind, rest);
        yield next;
        continue;
      }
      const before = this.wake;
      await new Promise<void>(resolve => {
        this.wake = () => {
          before();
          resolve();
        };
        signal.addEventListener('abort', () => resolve());
      });
    }
  }
}

/** Lets what has been told be heard. */
const heard = () => new Promise(resolve => setImmediate(resolve));

describe('shared watches', () => {
  let cluster: ToldCluster;
  let watches: SharedWatches;
  const at = (seconds: number) => jest.setSystemTime(START + seconds * 1000);

  beforeEach(() => {
    jest.useFakeTimers({
      now: START,
      doNotFake: ['setImmediate', 'setTimeout', 'nextTick', 'queueMicrotask'],
    });
    cluster = new ToldCluster();
    watches = new SharedWatches(cluster as unknown as ClusterReader, {
      lingerMs: 0,
    });
    watches.acquire(PODS);
  });
  afterEach(() => {
    watches.close();
    jest.useRealTimers();
  });

  it('lag by how long the cluster has said nothing, also while the connection stands', async () => {
    expect(watches.lagMs).toBeUndefined();
    cluster.tell('Pod', { type: 'synced' });
    await heard();
    expect(watches.lagMs).toBe(0);
    at(50);
    expect(watches.lagMs).toBe(50_000);

    cluster.tell('Pod', { type: 'current' });
    await heard();
    expect(watches.lagMs).toBe(0);

    at(60);
    const metadata = { name: 'web', namespace: 'shop', uid: 'u' };
    cluster.tell('Pod', {
      type: 'modified',
      object: { apiVersion: 'v1', kind: 'Pod', metadata },
    });
    await heard();
    at(65);
    expect(watches.lagMs).toBe(5_000);
  });

  it('lag by the one that was silent longest, however much the others tell', async () => {
    watches.acquire(CLAIMS);
    cluster.tell('Pod', { type: 'synced' });
    cluster.tell('PersistentVolumeClaim', { type: 'synced' });
    await heard();
    at(30);
    cluster.tell('Pod', { type: 'current' });
    await heard();
    expect(watches.lagMs).toBe(30_000);
  });

  it('lag on while contact is lost, from when it was last confirmed', async () => {
    cluster.tell('Pod', { type: 'synced' });
    await heard();
    at(40);
    cluster.tell('Pod', {
      type: 'interrupted',
      error: new ClusterError('gone', { cluster: 'told', reason: 'server' }),
    });
    await heard();
    at(100);
    expect(watches.lagMs).toBe(100_000);
  });

  it('keep nobody waiting once somebody has waited in vain, until something is heard', async () => {
    const atFirst = watches.patienceMs;
    expect(atFirst).toBeGreaterThan(0);
    at(2);
    watches.giveUp();
    expect(watches.patienceMs).toBe(0);
    at(3);
    cluster.tell('Pod', { type: 'synced' });
    await heard();
    expect(watches.patienceMs).toBeGreaterThan(atFirst);
    at(20);
    watches.giveUp();
    expect(watches.patienceMs).toBe(0);
  });
});
