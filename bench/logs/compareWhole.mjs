import { setTimeout as delay } from 'node:timers/promises';
import { spread } from '../cluster/product.mjs';

/** Bytes of a line as it is read: stamp, blank, text, end. */
const LINE = 30 + 1 + 120 + 1;
/** Milliseconds that one side may take. */
const LONGEST = 60_000;

/** All that has been written so far, at full speed; both sides in turn. */
export async function compareWhole(what, { pods, rounds, sides }) {
  const from = Math.max(...pods.startedAt.values());
  const found = Object.fromEntries(
    Object.keys(sides).map(side => [
      side,
      { rates: [], firsts: [], costs: [] },
    ]),
  );
  const faults = { missing: 0, twice: 0 };
  for (let round = -1; round < rounds; round++) {
    const order = Object.entries(sides);
    if (round % 2) order.reverse();
    for (const [side, read] of order) {
      const begun = performance.timeOrigin + performance.now();
      const reader = await read(from);
      await caughtUp(reader, writtenBy(pods, begun)).catch(error => {
        throw new Error(`${what}, ${side}: ${error.message}`);
      });
      const cpuMs = await reader.cpuMs();
      await reader.stop();
      if (round < 0) continue;
      const { firstAt, lines } = reader;
      const ms = reader.lastAt - firstAt;
      found[side].rates.push((lines * LINE) / ms / 1000);
      found[side].firsts.push(firstAt - begun);
      found[side].costs.push(cpuMs / ((lines * LINE) / 1e6));
      faults.missing += reader.faults.missing;
      faults.twice += reader.faults.twice;
    }
  }
  const [ours, theirs] = Object.entries(found).map(([side, of]) => ({
    side,
    rate: spread(of.rates).median,
    first: spread(of.firsts).median,
    cost: spread(of.costs).median,
  }));
  const told = ({ side, rate, first, cost }) =>
    `${side} ${rate.toFixed(1)} MB/s (${((rate * 1e6) / LINE).toFixed(
      0,
    )} lines/s), ${cost.toFixed(
      1,
    )} ms of processor a MB, first line after ${first.toFixed(0)} ms`;
  console.log(
    `${what}, whole log: ${told(ours)}; ${told(theirs)}; ratio of rates ${(
      ours.rate / theirs.rate
    ).toFixed(2)}; missing ${faults.missing}, twice ${faults.twice}`,
  );
}

/** Pod → the number of the line that it has written by now. */
function writtenBy({ startedAt, perSecond }, now) {
  return [...startedAt].map(([pod, start]) => [
    pod,
    Math.floor(((now - start) * perSecond) / 1000),
  ]);
}

/** Until the reader has come as far in each pod; kubectl does not say of which pod its only log is. */
async function caughtUp({ last }, written) {
  const until = Date.now() + LONGEST;
  while (
    !written.every(([pod, number]) => (last.get(pod) ?? last.get('')) >= number)
  ) {
    if (Date.now() > until) {
      const behind = written.filter(
        ([pod, number]) => !((last.get(pod) ?? last.get('')) >= number),
      );
      throw new Error(
        `It takes too long: ${behind.length} pods are behind, ${JSON.stringify(
          behind.slice(0, 3).map(([pod, n]) => [pod, last.get(pod), n]),
        )}`,
      );
    }
    await delay(5);
  }
}
