import { setTimeout as delay } from 'node:timers/promises';
import { spread } from '../cluster/product.mjs';

/** Milliseconds after the start, and before the end, in which not all may be there. */
const EDGE = 2_000;

/** Lines as they are written, by both sides at the same time: how late, and which are lost. */
export async function compareLive(what, { seconds, sides }) {
  const begun = Date.now();
  const readers = {};
  for (const [side, read] of Object.entries(sides)) {
    readers[side] = await read(begun);
  }
  await delay(seconds * 1000 + 2 * EDGE);
  await Promise.all(Object.values(readers).map(reader => reader.stop()));
  const [ours, theirs] = Object.keys(sides);
  const pairs = pairsOf(readers[ours], readers[theirs]);
  const added = spread(pairs.map(([a, b]) => a - b));
  const told = side => {
    const at = side === ours ? 0 : 1;
    const { median, p99 } = spread(pairs.map(pair => pair[at]));
    const { missing, twice } = readers[side].faults;
    const dropped = side === ours ? ` (${readers[side].dropped} told)` : '';
    return `${side} ${readers[side].lines} lines, late p50 ${ms(
      median,
    )}, p99 ${ms(p99)}, missing ${missing}${dropped}, twice ${twice}`;
  };
  console.log(
    `${what}, live: ${told(ours)}; ${told(theirs)}; added by ours p50 ${ms(
      added.median,
    )}, p99 ${ms(added.p99)}; read by one side only: ${
      unpaired(readers[ours], readers[theirs]) +
      unpaired(readers[theirs], readers[ours])
    }`,
  );
}

/** How late each line came that both sides have read, the start apart. */
function pairsOf(ours, theirs) {
  const pairs = [];
  for (const [pod, lags] of ours.lags) {
    const others = lagsOf(theirs, pod);
    const first = [...lags.keys()][0];
    const skipped = first + Math.ceil(lags.size / 10);
    for (const [number, lag] of lags) {
      const other = others?.get(number);
      if (other !== undefined && number > skipped) pairs.push([lag, other]);
    }
  }
  return pairs;
}

/** Lines in the middle of what one side has read that the other has not. */
function unpaired(some, others) {
  let count = 0;
  for (const [pod, lags] of some.lags) {
    const other = lagsOf(others, pod);
    const numbers = [...(other?.keys() ?? [])];
    const [from, to] = [numbers[0], numbers.at(-1)];
    for (const number of lags.keys()) {
      if (number > from && number < to && !other.has(number)) count += 1;
    }
  }
  return count;
}

/** kubectl does not say of which pod its only log is. */
function lagsOf({ lags }, pod) {
  return lags.get(pod) ?? (lags.size === 1 ? [...lags.values()][0] : undefined);
}

function ms(value) {
  return `${value.toFixed(1)} ms`;
}
