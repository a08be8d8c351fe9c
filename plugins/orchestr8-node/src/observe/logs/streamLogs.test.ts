import { setTimeout as delay } from 'node:timers/promises';
import {
  deployment,
  namespaceObject,
} from '../../apply/__fixtures__/plannedDeployment';
import { connectCluster } from '../../adapters/kubernetes/connectCluster';
import { LogEntry } from './LogQuery';
import { matcherOf } from './matcherOf';
import { streamLogs } from './streamLogs';
import { timeKey } from './timeKey';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

whenPlayground('streamLogs (needs O8_TEST_KUBECONFIG)', () => {
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const namespace = `o8-logs-${Date.now().toString(36)}`;
  const base = { cluster, namespace, module: namespace };
  const pod = { apiVersion: 'v1', kind: 'Pod' };

  const running = async (count: number) => {
    for (let tries = 0; tries < 300; tries++) {
      const pods = await cluster.list(pod, { namespace });
      const ready = pods.filter(
        p => p.status?.containerStatuses?.[0]?.state?.running,
      );
      if (ready.length === count) return;
      await delay(100);
    }
    throw new Error(`There are not ${count} running pods`);
  };
  const scale = (replicas: number) =>
    cluster.apply(deployment(namespace, 'web', { replicas }), { force: true });

  beforeAll(async () => {
    await cluster.apply(namespaceObject(namespace));
    await scale(2);
    await running(2);
    await delay(1_500);
  }, 60_000);

  afterAll(async () => {
    await cluster.delete({
      apiVersion: 'v1',
      kind: 'Namespace',
      name: namespace,
    });
    await cluster.close();
  });

  const linesOf = (entries: LogEntry[]) =>
    entries.flatMap(entry => ('text' in entry ? [entry] : []));

  it('merges the tail of all pods in the order of time', async () => {
    const entries: LogEntry[] = [];
    const { signal } = new AbortController();
    for await (const entry of streamLogs({ ...base, tail: 20, signal })) {
      entries.push(entry);
    }
    const lines = linesOf(entries);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.length).toBeLessThanOrEqual(20);
    expect(new Set(lines.map(({ pod: name }) => name)).size).toBe(2);
    const keys = lines.map(({ time }) => timeKey(time));
    expect(keys).toEqual([...keys].sort());
  }, 30_000);

  it('goes on without a gap or a repetition, and takes new pods in', async () => {
    const stop = new AbortController();
    const entries: LogEntry[] = [];
    const pods = new Set<string>();
    const timer = setTimeout(() => stop.abort(), 25_000);
    for await (const entry of streamLogs({
      ...base,
      follow: true,
      tail: 500,
      signal: stop.signal,
    })) {
      entries.push(entry);
      if (!('text' in entry)) continue;
      if (pods.size === 0) void scale(3);
      pods.add(entry.pod);
      if (pods.size === 3 && linesOf(entries).length > 30) stop.abort();
    }
    clearTimeout(timer);
    expect(pods.size).toBe(3);
    expect(entries).toContainEqual({
      notice: expect.stringMatching(/^Pod web-\S+ has been added$/),
    });
    // What one read of the whole log says is what following said, line by line.
    for (const name of pods) {
      const seen = linesOf(entries).filter(line => line.pod === name);
      const last = timeKey(seen.at(-1)!.time);
      const whole: string[] = [];
      for await (const { time, text } of cluster.logs(
        { namespace, name, container: 'app' },
        { signal: new AbortController().signal },
      )) {
        if (timeKey(time) <= last) whole.push(`${time} ${text}`);
      }
      expect(seen.map(({ time, text }) => `${time} ${text}`)).toEqual(
        whole.slice(-seen.length),
      );
    }
  }, 60_000);

  it('says that a container has no log from before', async () => {
    const entries: LogEntry[] = [];
    const { signal } = new AbortController();
    for await (const entry of streamLogs({
      ...base,
      previous: true,
      signal,
    })) {
      entries.push(entry);
    }
    expect(entries[0]).toHaveProperty('notice');
  }, 30_000);

  it('says that there are no pods', async () => {
    const { signal } = new AbortController();
    const stream = streamLogs({ ...base, module: 'nobody', signal });
    expect((await stream.next()).value).toEqual({
      notice: `nobody has no pods in ${namespace}`,
    });
  });
});

describe('the expression to search for', () => {
  it.each([
    [undefined, 'anything', true],
    ['err(or)?', 'an error', true],
    ['^GET /health', 'GET /orders', false],
  ])('%s in "%s": %s', (expression, text, matches) => {
    expect(matcherOf(expression)(text)).toBe(matches);
  });

  it('is refused in words when it is none', () => {
    expect(() => matcherOf('(')).toThrow('"(" is not a regular expression');
    expect(() => matcherOf('a'.repeat(201))).toThrow('longer than 200');
  });

  it('cannot hold the reader up', () => {
    const matches = matcherOf('(a+)+$');
    const started = Date.now();
    matches(`${'a'.repeat(10_000)}!`);
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});
