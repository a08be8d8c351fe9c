import fc from 'fast-check';
import { countedFrom } from './__fixtures__/TestViewer';
import { LogPart } from './LogQuery';
import { LogQueue } from './LogQueue';
import { PlacedLine, Placing, sizeOf } from './Place';

/** Writes lines that bear milliseconds as stamps. */
function writer(pod: string) {
  const placing = new Placing({ namespace: 'n', pod, container: 'app' });
  return (...times: number[]): PlacedLine[] =>
    times.map(ms =>
      placing.place({
        time: new Date(1.7e12 + ms).toISOString(),
        text: `${pod}${ms}`,
      }),
    );
}

function put(
  queue: LogQueue,
  log: string,
  options: { lines: readonly PlacedLine[]; now: number },
) {
  const { lines, now } = options;
  queue.push(log, lines, { passed: lines[lines.length - 1].at, now });
}

/** All that is due: texts of lines, and how many are missing in between. */
function takeAll(queue: LogQueue, now: number): (string | number)[] {
  const told: (string | number)[] = [];
  for (let part = queue.take(now); part; part = queue.take(now)) {
    told.push(...wordsOf(part));
  }
  return told;
}

const wordsOf = (part: LogPart): (string | number)[] =>
  part.type === 'lines'
    ? part.lines.map(({ text }) => text)
    : [part.dropped ?? part.message];

describe('LogQueue', () => {
  const live = { isLive: true };

  it('gives lines of one log on at once', () => {
    const queue = new LogQueue();
    queue.setLive('a', live);
    put(queue, 'a', { lines: writer('a')(1, 2), now: 0 });
    expect(takeAll(queue, 0)).toEqual(['a1', 'a2']);
    expect(queue.dueAt).toBeUndefined();
    expect(queue.bytes).toBe(0);
  });

  it('holds a line until every live log has come as far', () => {
    const queue = new LogQueue({ windowMs: 100 });
    const [a, b] = [writer('a'), writer('b')];
    queue.setLive('a', live);
    queue.setLive('b', live);
    put(queue, 'a', { lines: a(2, 5), now: 0 });
    expect(takeAll(queue, 10)).toEqual([]);
    put(queue, 'b', { lines: b(1, 3), now: 10 });
    expect(takeAll(queue, 10)).toEqual(['b1', 'a2', 'b3']);
    expect(queue.dueAt).toBe(100);
  });

  it('waits no longer than the window for a silent log', () => {
    const queue = new LogQueue({ windowMs: 100 });
    queue.setLive('a', live);
    queue.setLive('b', live);
    put(queue, 'a', { lines: writer('a')(1), now: 0 });
    expect(queue.dueAt).toBe(100);
    expect(takeAll(queue, 99)).toEqual([]);
    expect(takeAll(queue, 100)).toEqual(['a1']);
  });

  it('waits for no log that has ended or is being opened again', () => {
    const queue = new LogQueue({ windowMs: 100 });
    queue.setLive('a', live);
    queue.setLive('b', live);
    put(queue, 'a', { lines: writer('a')(1), now: 0 });
    queue.setLive('b', { isLive: false });
    expect(takeAll(queue, 0)).toEqual(['a1']);
  });

  it('counts lines that are not wanted as progress', () => {
    const queue = new LogQueue({ windowMs: 100 });
    queue.setLive('a', live);
    queue.setLive('b', live);
    put(queue, 'a', { lines: writer('a')(1), now: 0 });
    const [unwanted] = writer('b')(9);
    queue.push('b', [], { passed: unwanted.at, now: 0 });
    expect(takeAll(queue, 0)).toEqual(['a1']);
  });

  it('gives on at once what comes too late to be put in order', () => {
    const queue = new LogQueue({ windowMs: 100 });
    queue.setLive('a', live);
    queue.setLive('b', live);
    put(queue, 'a', { lines: writer('a')(50), now: 0 });
    expect(takeAll(queue, 100)).toEqual(['a50']);
    put(queue, 'b', { lines: writer('b')(40), now: 110 });
    expect(takeAll(queue, 110)).toEqual(['b40']);
  });

  it('leaves out what has been read by other means', () => {
    const queue = new LogQueue();
    const lines = writer('a')(1, 2, 2, 3, 4);
    put(queue, 'a', { lines: lines.slice(0, 4), now: 0 });
    queue.startAfter('a', lines[1]);
    put(queue, 'a', { lines: lines.slice(4), now: 0 });
    expect(takeAll(queue, 0)).toEqual(['a2', 'a3', 'a4']);
    expect(queue.bytes).toBe(0);
  });

  it('drops what it has no room for, and tells how much where it is missing', () => {
    const lines = writer('a')(1, 2, 3, 4, 5, 6, 7);
    const size = sizeOf(lines[0]);
    const queue = new LogQueue({ maxBytes: 3 * size });
    queue.setLive('a', live);
    for (const line of lines.slice(0, 5)) {
      put(queue, 'a', { lines: [line], now: 0 });
      expect(queue.bytes).toBeLessThanOrEqual(3 * size);
    }
    expect(takeAll(queue, 0)).toEqual(['a1', 'a2', 'a3', 2]);
    put(queue, 'a', { lines: lines.slice(5), now: 0 });
    expect(takeAll(queue, 0)).toEqual(['a6', 'a7']);
  });

  it('says in words from when to when lines are missing', () => {
    const queue = new LogQueue({ maxBytes: 1 });
    put(queue, 'a', { lines: writer('a')(1, 2), now: 0 });
    put(queue, 'a', { lines: writer('a')(3), now: 0 });
    expect(queue.take(0)).toEqual({
      type: 'notice',
      message:
        '3 lines, from 2023-11-14T22:13:20.001Z to 2023-11-14T22:13:20.003Z, were dropped here: they came faster than they were read',
      dropped: 3,
    });
    put(queue, 'a', { lines: writer('a')(4), now: 0 });
    expect(queue.take(0)).toMatchObject({
      message: expect.stringMatching(/^One line, of \S+004Z, was dropped/),
      dropped: 1,
    });
  });

  it('forgets what waits, and what was dropped, of logs that can be read anew', () => {
    const [first, second] = writer('a')(1, 2);
    const queue = new LogQueue({ maxBytes: sizeOf(first) });
    queue.setLive('a', live);
    put(queue, 'a', { lines: [first], now: 0 });
    expect(queue.hasMissed).toBe(false);
    put(queue, 'a', { lines: [second], now: 0 });
    expect(queue.hasMissed).toBe(true);
    queue.clear();
    expect([queue.hasMissed, queue.bytes]).toEqual([false, 0]);
    put(queue, 'a', { lines: writer('a')(3), now: 0 });
    expect(takeAll(queue, 0)).toEqual(['a3']);
  });

  it('keeps what waits, and what was dropped, of a log that has ended', () => {
    const [first, second] = writer('a')(1, 2);
    const queue = new LogQueue({ maxBytes: sizeOf(first) });
    put(queue, 'a', { lines: [first], now: 0 });
    put(queue, 'a', { lines: [second], now: 0 });
    queue.close('a');
    queue.clear();
    expect(takeAll(queue, 0)).toEqual(['a1', 1]);
  });

  it('loses no line uncounted, tells none twice, holds no more than it may, whatever comes and however it is read', () => {
    const step = fc.record({
      log: fc.integer({ min: 0, max: 3 }),
      count: fc.integer({ min: 1, max: 6 }),
      wait: fc.integer({ min: 0, max: 60 }),
      reads: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 1, max: 4_000 }),
        (steps, maxBytes) => {
          const queue = new LogQueue({ windowMs: 50, maxBytes });
          const writers = ['a', 'b', 'c', 'd'].map(pod => writer(pod));
          const written: string[] = [];
          const told: (string | number)[] = [];
          let now = 0;
          for (let log = 0; log < 4; log++) queue.setLive(`${log}`, live);
          for (const { log, count, wait, reads } of steps) {
            now += wait;
            const lines = writers[log](...countedFrom(now, count));
            written.push(...lines.map(({ text }) => text));
            put(queue, `${log}`, { lines, now });
            expect(queue.bytes).toBeLessThanOrEqual(maxBytes);
            for (let read = 0; read < reads; read++) {
              const part = queue.take(now);
              if (part) told.push(...wordsOf(part));
            }
          }
          told.push(...takeAll(queue, now + 1_000));
          const lines = told.filter(one => typeof one === 'string');
          const dropped = told.filter(one => typeof one === 'number');
          const missing = dropped.reduce((sum, count) => sum + count, 0);
          expect(lines.length + missing).toBe(written.length);
          expect(queue.bytes).toBe(0);
          // One log may write the same text twice: counted, not compared as a set.
          const rest = [...written];
          for (const line of lines) {
            const at = rest.indexOf(line);
            expect(at).toBeGreaterThanOrEqual(0);
            rest.splice(at, 1);
          }
        },
      ),
    );
  });
});
