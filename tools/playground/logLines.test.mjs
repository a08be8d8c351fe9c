import assert from 'node:assert/strict';
import { test } from 'node:test';

import { readLog } from './containerLog.mjs';
import { linesBy, steadyLogOf, steadyText } from './steadyLog.mjs';

const STARTED = Date.parse('2030-01-01T00:00:00Z');

function pod({
  image = 'shop/orders:1.2.0',
  annotations = {},
  state,
  lastState = {},
} = {}) {
  return {
    metadata: {
      uid: 'u1',
      name: 'orders-1',
      namespace: 'orders-dev',
      annotations,
      labels: { app: 'orders' },
    },
    spec: {
      containers: [{ name: 'app', image, ports: [{ containerPort: 8080 }] }],
    },
    status: {
      containerStatuses: [
        {
          name: 'app',
          state: state ?? {
            running: { startedAt: new Date(STARTED).toISOString() },
          },
          lastState,
        },
      ],
    },
  };
}

const at = seconds => STARTED + seconds * 1000;
const log = (options, { now = at(300), ...rest } = {}) =>
  readLog({ pod: pod(options), container: 'app' }, { now, ...rest });

test('a log read twice is the same log', () => {
  assert.deepEqual(log(), log());
});

test('a log only grows', () => {
  const early = log({}, { now: at(60) }).lines;
  assert.ok(early.length > 10);
  assert.deepEqual(log().lines.slice(0, early.length), early);
});

test('a log begins with the start of the program', () => {
  const messages = log()
    .lines.slice(0, 3)
    .map(line => JSON.parse(line).msg);
  assert.deepEqual(messages, [
    'starting',
    'configuration loaded',
    'listening on :8080',
  ]);
});

test('tail gives the last lines', () => {
  const all = log().lines;
  assert.deepEqual(log({}, { tail: 4 }).lines, all.slice(-4));
  assert.deepEqual(log({}, { tail: 0 }).lines, []);
});

test('since leaves out what is older', () => {
  const lines = log({}, { since: at(200) }).lines;
  assert.ok(lines.length > 0);
  assert.ok(lines.every(line => Date.parse(JSON.parse(line).time) >= at(200)));
});

test('timestamps stand before each line', () => {
  assert.match(
    log({}, { tail: 1, timestamps: true }).lines[0],
    /^2030-01-01T00:0\d:\d\d\.\d{3}Z \{/,
  );
});

test('a higher error rate shows in the log', () => {
  const failed = lines =>
    lines.filter(line => JSON.parse(line).status >= 500).length / lines.length;
  const calm = failed(log().lines);
  const bad = failed(
    log({ annotations: { 'playground.orchestr8.io/error-rate': '40%' } }).lines,
  );
  assert.ok(calm < 0.06, `calm: ${calm}`);
  assert.ok(bad > 0.25, `bad: ${bad}`);
});

test('a container that waits has no log, in a kubelet’s words', () => {
  const { error } = log({ state: { waiting: { reason: 'ImagePullBackOff' } } });
  assert.equal(
    error,
    'container "app" in pod "orders-1" is waiting to start: ImagePullBackOff',
  );
});

test('the previous log of a crashed container ends with why', () => {
  const terminated = {
    exitCode: 1,
    startedAt: new Date(STARTED).toISOString(),
    finishedAt: new Date(at(2)).toISOString(),
  };
  const options = {
    image: 'shop/orders:crash',
    lastState: { terminated },
    state: { waiting: { reason: 'CrashLoopBackOff' } },
  };
  const { lines } = log(options, { previous: true });
  assert.match(lines.at(-2), /required setting DATABASE_URL is empty/);
  assert.match(lines.at(-1), /"exit_code":1/);
  assert.ok(!lines.some(line => line.includes('"request"')));
});

const steady = { 'playground.orchestr8.io/log-rate': '3000/s' };
const numbers = text =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line.slice(line.indexOf(' ') + 1)).seq);

test('a steady log says the same when it is read again, in pieces or whole', () => {
  const log = steadyLogOf({ pod: pod({ annotations: steady }) });
  assert.deepEqual(log, { rate: 3000, length: 120 });
  const text = (from, to) =>
    steadyText(log, { start: STARTED, from, to, timestamps: true });
  assert.equal(text(0, 7) + text(7, 9000), text(0, 9000));
  const all = numbers(text(0, 9000));
  assert.deepEqual(
    all,
    all.map((_, index) => index),
  );
});

test('a steady log has a stamp of its own, in order, for each line, none before it is written', () => {
  const log = { rate: 7, length: 60 };
  const lines = steadyText(log, {
    start: STARTED + 250,
    from: 0,
    to: linesBy(log, { start: STARTED + 250, now: at(3) }),
    timestamps: true,
  })
    .trim()
    .split('\n');
  assert.equal(lines.length, 20);
  const stamps = lines.map(line => line.split(' ')[0]);
  assert.deepEqual(stamps, [...new Set(stamps)].sort());
  assert.equal(stamps[0], '2030-01-01T00:00:00.250000000Z');
  assert.equal(stamps[7], '2030-01-01T00:00:01.250000000Z');
  assert.ok(Date.parse(stamps.at(-1)) <= at(3));
});

test('a steady log is bounded, and absent where nothing asks for it', () => {
  const of = annotations => steadyLogOf({ pod: pod({ annotations }) });
  assert.equal(of({}), undefined);
  assert.equal(of({ 'playground.orchestr8.io/log-rate': 'much' }), undefined);
  assert.deepEqual(
    of({
      'playground.orchestr8.io/log-rate': '9000000/s',
      'playground.orchestr8.io/log-line': '99999999',
    }),
    { rate: 50_000, length: 1024 * 1024 },
  );
});
