import { connectCluster } from '../../adapters/kubernetes/connectCluster';
import { SharedWatches } from '../SharedWatches';
import { countedFrom, TestViewer } from './__fixtures__/TestViewer';
import { until, WritingPods } from './__fixtures__/WritingPods';
import { LogQuery } from './LogQuery';
import { matcherOf } from './matcherOf';
import { SharedLogs } from './SharedLogs';
import { timeKey } from './timeKey';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

jest.setTimeout(60_000);

whenPlayground('streamLogs (needs O8_TEST_KUBECONFIG)', () => {
  let pods: WritingPods;
  const read = (query: Partial<LogQuery> = {}) => {
    const { logs, namespace, module } = pods;
    return new TestViewer({
      ...{ logs, namespace, module, follow: false },
      ...query,
    }).end();
  };

  beforeAll(async () => {
    pods = await WritingPods.start(kubeconfig!);
    await pods.add('a', { perSecond: 50 });
    await pods.add('b', { perSecond: 50 });
    const { lines } = await read();
    await until(() => Date.now() > Date.parse(lines[0].time) + 3_000);
  });
  afterAll(() => pods.stop());

  it('merges the newest lines of all pods in the order of time', async () => {
    const { lines, notices } = await read({ tail: 60 });
    expect(notices).toEqual([]);
    expect(lines).toHaveLength(60);
    const stamps = lines.map(({ time }) => timeKey(time));
    expect(stamps).toEqual([...stamps].sort());
    for (const name of ['a', 'b']) {
      const numbers = lines
        .filter(({ pod }) => pod === name)
        .map(({ text }) => JSON.parse(text).seq);
      expect(numbers.length).toBeGreaterThan(20);
      expect(numbers).toEqual(countedFrom(numbers[0], numbers.length));
    }
  });

  it('tells all since a time, to the line', async () => {
    const [first] = (await read({ tail: 200 })).lines;
    const { lines } = await read({ since: first.time });
    expect(lines.length).toBeGreaterThanOrEqual(200);
    expect(lines[0].time).toBe(first.time);
  });

  it('tells all behind the places that were read before, and nothing twice', async () => {
    const before = await read({ tail: 100 });
    const last = new Map(before.lines.map(line => [line.pod, line]));
    await until(() => Date.now() > Date.parse(before.lines.at(-1)!.time) + 500);
    const { lines } = await read({ after: ({ pod }) => last.get(pod)! });
    expect(lines.length).toBeGreaterThan(0);
    for (const name of ['a', 'b']) {
      const numbers = [...before.lines, ...lines]
        .filter(({ pod }) => pod === name)
        .map(({ text }) => JSON.parse(text).seq);
      expect(numbers).toEqual(countedFrom(numbers[0], numbers.length));
    }
  });

  it('looks for what matches through more than what it tells', async () => {
    const { lines } = await read({ tail: 3, grep: '"seq":\\d*9,' });
    expect(lines).toHaveLength(3);
    expect(lines.every(({ text }) => /"seq":\d*9,/.test(text))).toBe(true);
  });

  it('says that a container has no log from before', async () => {
    const { lines, notices } = await read({ previous: true, pod: 'a' });
    expect(lines).toEqual([]);
    expect(notices).toEqual([
      'The container app of Pod a has not been restarted: it has no log from before',
    ]);
  });

  it.each<[string, Partial<LogQuery>, RegExp]>([
    ['pods', { module: 'nobody' }, /^nobody has no pods in o8-logs-/],
    [
      'such pod',
      { pod: 'c' },
      /^No pod of o8-logs-\S+ is named "c"; there are /,
    ],
    [
      'such container',
      { container: 'c' },
      /^No container of .* is named "c"; there are /,
    ],
  ])('says that there is no %s, followed or not', async (_, query, words) => {
    expect((await read(query)).notices).toEqual([expect.stringMatching(words)]);
    const { logs, namespace, module } = pods;
    const viewer = new TestViewer({ logs, namespace, module, ...query });
    await until(() => viewer.notices.length > 0);
    expect(viewer.notices[0]).toMatch(words);
    await viewer.stop();
  });

  it('rejects when there is no contact, and follows nothing', async () => {
    const cluster = connectCluster({
      name: 'nowhere',
      kubeconfigText: pods.proxy.kubeconfigText.replace(
        /127\.0\.0\.1:\d+/,
        '127.0.0.1:1',
      ),
    });
    const watches = new SharedWatches(cluster, { lingerMs: 0 });
    const logs = new SharedLogs(watches);
    await expect(read({ logs, follow: true })).rejects.toMatchObject({
      name: 'ClusterError',
      reason: 'unreachable',
    });
    expect(logs.size).toBe(0);
    expect(watches.size).toBe(0);
    await cluster.close();
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
