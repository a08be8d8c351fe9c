import { setTimeout as pause } from 'node:timers/promises';

const RATE = 'playground.orchestr8.io/log-rate';
const LENGTH = 'playground.orchestr8.io/log-line';

/** Lines a second, and characters of one, at most; bytes of a log that are kept; bytes written at a time. */
const MOST_RATE = 50_000;
const MOST_LENGTH = 1024 * 1024;
const KEPT = 64 * 1024 * 1024;
const CHUNK = 128 * 1024;
/** Milliseconds between looks at what has been written since. */
const TICK = 10;

/**
 * Annotations of a Pod, or of its Namespace, that make it write numbered lines
 * at a steady rate in place of the usual ones, so that a reader can tell what
 * it has lost: `log-rate: "500/s"`, and `log-line: "200"` for their length (120).
 * Undefined without them.
 */
export function steadyLogOf({ pod, namespace }) {
  const annotation = name =>
    pod.metadata.annotations?.[name] ?? namespace?.metadata.annotations?.[name];
  const rate = /^(\d+)\s*\/s$/.exec(annotation(RATE)?.trim() ?? '')?.[1];
  if (!rate || Number(rate) === 0) return undefined;
  const length = Number(annotation(LENGTH) ?? 120);
  return {
    rate: Math.min(Number(rate), MOST_RATE),
    length: Math.min(Math.max(length || 0, 40), MOST_LENGTH),
  };
}

/** How many lines a container that began at `start` has written by `now`; milliseconds. */
export function linesBy({ rate }, { start, now }) {
  return Math.max(0, Math.floor(((now - start) * rate) / 1000) + 1);
}

/** The lines from number `from` to before `to`, each ending in a newline. A pure function, so that a log read again says the same. */
export function steadyText({ rate, length }, { start, from, to, timestamps }) {
  const filling = '.'.repeat(length);
  const lines = [];
  for (let number = from; number < to; number++) {
    const text = `{"seq":${number},"msg":"${filling}`;
    const line = `${text.slice(0, length - 2)}"}\n`;
    lines.push(
      timestamps ? `${stampOf(rate, { start, number })} ${line}` : line,
    );
  }
  return lines.join('');
}

let second = { at: NaN, text: '' };

/** When a line was written, to the nanosecond. */
function stampOf(rate, { start, number }) {
  const nanos =
    (start % 1000) * 1e6 + Math.floor(((number % rate) * 1e9) / rate);
  const at =
    Math.floor(start / 1000) +
    Math.floor(number / rate) +
    Math.floor(nanos / 1e9);
  if (second.at !== at) {
    second = { at, text: new Date(at * 1000).toISOString().slice(0, 19) };
  }
  return `${second.text}.${String(nanos % 1e9).padStart(9, '0')}Z`;
}

/**
 * Writes what is asked for of a steady log, no faster than it is taken, and
 * with `follow` what comes until the container ends. `lifeOf()` says when that
 * began and ended, in milliseconds; undefined once it is gone.
 */
export async function writeSteadyLog(response, { log, options, lifeOf }) {
  const { tail, since, follow, timestamps } = options;
  const { start } = lifeOf();
  const written = () => {
    const { end } = lifeOf() ?? {};
    return linesBy(log, { start, now: Math.min(Date.now(), end ?? Infinity) });
  };
  let next = Math.max(
    0,
    written() - Math.min(tail ?? Infinity, Math.floor(KEPT / log.length)),
    since === undefined ? 0 : Math.ceil(((since - start) * log.rate) / 1000),
  );
  const atOnce = Math.ceil(CHUNK / log.length);
  for (;;) {
    const life = lifeOf();
    const until = written();
    while (next < until && !response.destroyed) {
      const to = Math.min(next + atOnce, until);
      const text = steadyText(log, { start, from: next, to, timestamps });
      next = to;
      if (!response.write(text)) await drained(response);
    }
    const isOver = !follow || !life || life.start !== start || life.end;
    if (isOver || response.destroyed) break;
    await pause(TICK);
  }
  response.end();
}

function drained(response) {
  return new Promise(resolve => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}
