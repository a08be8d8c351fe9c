import { TestDatabases } from '@backstage/backend-test-utils';
import {
  LogEvent,
  LogQuery,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { emptyCluster } from '../__testUtils__/emptyCluster';
import { moduleEntity } from '../__testUtils__/exampleModule';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { TestPortal } from '../__testUtils__/TestPortal';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const pod = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace: 'shop-dev',
    labels: { 'orchestr8.io/module': 'shop' },
    creationTimestamp: '2026-11-24T08:00:00Z',
  },
  spec: { containers: [{ name: 'app' }] },
});
/** Pod → what its container wrote, and the how-manieth of all lines it is. */
const WRITTEN: Record<string, { time: string; text: string; nth: number }[]> = {
  'shop-a': [
    { nth: 1, time: '2026-11-24T08:00:01Z', text: 'GET /a.b 200' },
    { nth: 4, time: '2026-11-24T08:00:03Z', text: 'GET /axb 404' },
  ],
  'shop-b': [
    { nth: 2, time: '2026-11-24T08:00:02Z', text: 'POST /cart (201)' },
    { nth: 3, time: '2026-11-24T08:00:02Z', text: 'POST /cart (202)' },
  ],
};

describe('the log of a module', () => {
  let portal: TestPortal;
  /** How many lines have been written so far. */
  let written = Infinity;
  beforeAll(async () => {
    portal = await TestPortal.start({
      knex: await databases.init('SQLITE_3'),
      environments: [testEnvironment('dev')],
      entities: [moduleEntity('shop')],
      cluster: name => ({
        ...emptyCluster(name),
        list: async ({ kind }) =>
          kind === 'Pod' ? Object.keys(WRITTEN).map(pod) : [],
        logs: async ({ name: of }, { sinceTime, tailLines }) => {
          const lines = WRITTEN[of].filter(
            ({ time, nth }) =>
              nth <= written &&
              (!sinceTime || Date.parse(time) >= Date.parse(sinceTime)),
          );
          return (async function* told() {
            yield tailLines === undefined ? lines : lines.slice(-tailLines);
          })();
        },
      }),
    });
  });
  afterAll(() => portal.stop());

  async function read(query: Partial<LogQuery> = {}) {
    const events: LogEvent[] = [];
    const { signal } = new AbortController();
    for await (const event of portal
      .as('user:default/ada')
      .readLogs('shop', { environment: 'dev', ...query }, { signal })) {
      events.push(event);
    }
    return events;
  }
  const texts = (events: LogEvent[]) =>
    events.flatMap(event => (event.type === 'line' ? [event.line.text] : []));

  it.each<[string, Partial<LogQuery>, string[]]>([
    [
      'all pods in the order of time',
      {},
      ['GET /a.b 200', 'POST /cart (201)', 'POST /cart (202)', 'GET /axb 404'],
    ],
    ['one pod', { pod: 'shop-a' }, ['GET /a.b 200', 'GET /axb 404']],
    ['an expression', { grep: 'a.b [24]0' }, ['GET /a.b 200', 'GET /axb 404']],
    ['an escaped expression', { grep: 'a\\.b' }, ['GET /a.b 200']],
    [
      'reserved characters',
      { grep: '\\(20[12]\\)$|[?&#;:@]' },
      ['POST /cart (201)', 'POST /cart (202)'],
    ],
    [
      'since a time elsewhere',
      { since: '2026-11-24T09:00:03+01:00' },
      ['GET /axb 404'],
    ],
    ['the newest', { tail: 1 }, ['GET /axb 404']],
  ])('tells %s', async (_, query, expected) => {
    expect(texts(await read(query))).toEqual(expected);
  });

  it.each([1, 2, 3])(
    'gives what was written since to who comes back after %i lines, nothing twice',
    async count => {
      written = count;
      const before = await read();
      expect(texts(before)).toHaveLength(count);
      written = Infinity;
      const last = before.findLast(({ type }) => type === 'line');
      const { cursor: after } = last as { cursor: string };
      const since = await read({ after });
      expect([...texts(before), ...texts(since)]).toEqual(texts(await read()));
    },
  );

  it.each<[Partial<LogQuery>, RegExp]>([
    [{ grep: '(' }, /not a regular expression \(RE2\)/],
    [{ grep: '(a)\\1' }, /not a regular expression \(RE2\)/],
    [{ after: 'nonsense' }, /not a cursor/],
    [
      { pod: 'shop-c' },
      /No pod of shop is named "shop-c"; there are shop-a, shop-b/,
    ],
    [
      { container: 'ap', follow: true },
      /No container of shop is named "ap"; there are app/,
    ],
  ])('refuses %j in words, before the stream begins', async (query, words) => {
    await expect(read(query)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(words),
    });
  });

  it('is not held up by an expression that takes others for ever', async () => {
    expect(texts(await read({ grep: '^(([a-zA-Z /.])+)+\\$' }))).toEqual([]);
  });
});
