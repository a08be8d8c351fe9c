import { countedFrom, TestViewer } from './__fixtures__/TestViewer';
import { until, WritingPods } from './__fixtures__/WritingPods';
import { LogQuery } from './LogQuery';
import { timeKey } from './timeKey';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;
const PODS = ['a', 'b'];

jest.setTimeout(90_000);

whenPlayground('shared logs (needs O8_TEST_KUBECONFIG)', () => {
  let pods: WritingPods;
  let viewers: TestViewer[] = [];
  const view = (query: Partial<LogQuery> = {}) => {
    const { logs, namespace, module } = pods;
    const viewer = new TestViewer({ logs, namespace, module, ...query });
    viewers.push(viewer);
    return viewer;
  };
  /** What was told of each pod is without a gap or a repetition. */
  const expectWhole = (viewer: TestViewer, names = PODS) => {
    for (const name of names) {
      const numbers = viewer.numbers(name);
      expect(numbers).toEqual(countedFrom(numbers[0], numbers.length));
    }
  };

  beforeAll(async () => {
    pods = await WritingPods.start(kubeconfig!);
    await Promise.all(PODS.map(name => pods.add(name, { perSecond: 200 })));
  });
  afterEach(async () => {
    await Promise.all(viewers.map(viewer => viewer.stop()));
    viewers = [];
    await until(() => pods.followed.now === 0 && pods.logs.size === 0);
  });
  afterAll(() => pods.stop());

  it('follows each container once however many read, and lets go with the last of them', async () => {
    const before = pods.followed.ever;
    const all = countedFrom(0, 50).map(at => view({ tail: at }));
    await Promise.all(all.map(viewer => viewer.more(300)));
    expect(pods.followed).toEqual({ ever: before + 2, now: 2 });
    const [last, ...others] = all;
    await Promise.all(others.map(viewer => viewer.stop()));
    await last.more(100);
    expect(pods.followed).toEqual({ ever: before + 2, now: 2 });
    await last.stop();
    await until(() => pods.followed.now === 0);
    for (const viewer of all) expectWhole(viewer);
  });

  it('gives who comes late what went before and what comes, without a gap or a repetition', async () => {
    const first = view({ tail: 0 });
    await first.more(1);
    const since = new Date(Date.now() - 1_000).toISOString();
    const late: TestViewer[] = [];
    for (const query of [{ tail: 40 }, { since }, { tail: 0 }, { tail: 999 }]) {
      late.push(view(query));
      await first.more(50);
    }
    await Promise.all(late.map(viewer => viewer.more(300)));
    late.forEach(viewer => expectWhole(viewer));
    const [, sinceThen] = late;
    const stamps = sinceThen.lines.map(({ time }) => timeKey(time));
    expect(stamps[0] >= timeKey(since)).toBe(true);
    // 200 lines a second: the first stands no further behind than 5 ms.
    expect(
      Date.parse(sinceThen.lines[0].time) - Date.parse(since),
    ).toBeLessThan(10);
  });

  it('filters for each reader apart', async () => {
    const all = view({ tail: 0 });
    const sevens = view({ tail: 0, grep: '"seq":\\d*7,' });
    const [onlyA] = [view({ tail: 0, pod: 'a' })];
    await Promise.all([all.more(400), onlyA.more(200), sevens.more(20)]);
    expect(pods.followed.now).toBe(2);
    for (const name of PODS) {
      const numbers = sevens.numbers(name);
      const [first] = numbers;
      expect(numbers).toEqual(numbers.map((_, at) => first + at * 10));
      expect(first % 10).toBe(7);
    }
    expect(onlyA.numbers('b')).toEqual([]);
    expectWhole(onlyA, ['a']);
  });

  it('goes on where it was when connections are cut and refused', async () => {
    const before = pods.followed.ever;
    const all = [view({ tail: 0 }), view({ tail: 50 }), view({ tail: 5 })];
    await Promise.all(all.map(viewer => viewer.more(100)));
    pods.cutFollowed();
    await Promise.all(all.map(viewer => viewer.more(200)));
    pods.isRefusing = true;
    pods.cutFollowed();
    await until(() => all.every(({ notices }) => notices.length > 0));
    pods.isRefusing = false;
    await Promise.all(all.map(viewer => viewer.more(400)));
    all.forEach(viewer => expectWhole(viewer));
    expect(all[0].notices[0]).toMatch(/^The log of container app of Pod [ab] /);
    expect(pods.followed.now).toBe(2);
    expect(pods.followed.ever).toBeGreaterThanOrEqual(before + 6);
  });

  it('reads a run of a container to its end before the next, though it ended while nobody could read', async () => {
    await pods.add('restarts', { perSecond: 100, module: 'restarting' });
    const viewer = view({ module: 'restarting', tail: 0 });
    await viewer.more(50);
    pods.isRefusing = true;
    pods.cutFollowed();
    const cut = Date.now();
    await until(() => Date.now() > cut + 3_000);
    const written = await pods.restart('restarts', 100);
    pods.isRefusing = false;
    await until(() => viewer.numbers('restarts').lastIndexOf(0) > 0);
    await viewer.more(50);
    const numbers = viewer.numbers('restarts');
    const [first] = numbers;
    const ofFirst = written - first;
    expect(numbers.slice(0, ofFirst)).toEqual(countedFrom(first, ofFirst));
    expect(numbers.slice(ofFirst)).toEqual(
      countedFrom(0, numbers.length - ofFirst),
    );
    await pods.remove('restarts');
    await until(() => viewer.notices.includes('Pod restarts is gone'));
  });

  it('follows a new pod from its first line, once for all', async () => {
    const all = [view({ tail: 0 }), view({ tail: 0 })];
    await Promise.all(all.map(viewer => viewer.more(1)));
    await pods.add('new', { perSecond: 100 });
    await until(() => all.every(one => one.numbers('new').length > 50));
    for (const viewer of all) {
      expectWhole(viewer, [...PODS, 'new']);
      expect(viewer.numbers('new')[0]).toBe(0);
      expect(viewer.notices).toEqual(['Pod new has been added']);
    }
    expect(pods.followed.now).toBe(3);
    await pods.remove('new');
    await until(() =>
      all.every(({ notices }) => notices.includes('Pod new is gone')),
    );
  });

  it('counts what a slow reader misses, where it is missing, and holds up nobody else', async () => {
    await pods.add('flood', { perSecond: 10_000, module: 'flooding' });
    const slow = view({ module: 'flooding', tail: 0 });
    const quick = view({ module: 'flooding', tail: 0 });
    await Promise.all([slow.more(1), quick.more(1)]);
    slow.hold();
    await quick.more(30_000);
    slow.release();
    await until(() => slow.dropped > 0);
    await slow.more(1_000);
    expectWhole(quick, ['flood']);
    expect(quick.dropped).toBe(0);
    const numbers = slow.numbers('flood');
    const span = numbers[numbers.length - 1] - numbers[0] + 1;
    expect(numbers.length + slow.dropped).toBe(span);
    expect(new Set(numbers).size).toBe(numbers.length);
    await pods.remove('flood');
  });

  it('drops nothing while it catches up, however slowly it is read', async () => {
    const module = 'catching-up';
    await pods.add('busy', { perSecond: 5_000, module });
    const quick = view({ module, tail: 0 });
    await quick.more(10_000);
    const slow = view({ module, since: '2020-01-01T00:00:00Z' });
    await slow.more(1);
    slow.hold();
    // More than may wait for one reader.
    await quick.more(30_000);
    slow.release();
    const last = quick.numbers('busy').at(-1)!;
    await until(() => slow.numbers('busy').at(-1)! > last);
    expect(slow.numbers('busy')[0]).toBe(0);
    expectWhole(slow, ['busy']);
    expect(slow.dropped).toBe(0);
    await pods.remove('busy');
  });

  it('cuts a line that is too long, and says how much is missing', async () => {
    await pods.add('long', { perSecond: 5, length: 200_000, module: 'long' });
    const viewer = view({ module: 'long', tail: 3 });
    await viewer.more(5);
    for (const { text } of viewer.lines) {
      expect(text.length).toBeLessThan(66_000);
      expect(text).toMatch(/… \(cut here: 13\d{4} more bytes\)$/);
    }
    await pods.remove('long');
  });
});
