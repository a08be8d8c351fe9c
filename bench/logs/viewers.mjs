import { setTimeout as delay } from 'node:timers/promises';
import { spread } from '../cluster/product.mjs';

/** Many viewers of one pod: streams of the API server, time of the processor, loss. */
export async function measureViewers(endpoint, options) {
  const { viewers, seconds, openLogs } = options;
  const before = openLogs();
  const readers = openAll(endpoint, {
    viewers,
    query: { follow: 'true', tail: '50', pod: 'watched-0' },
  });
  await delay(10_000);
  // That all come at once is not what is measured; that none loses a line is.
  const early = readers.map(reader => reader.restart());
  const from = await endpoint.usage();
  await delay(seconds * 1000);
  const to = await endpoint.usage();
  const open = openLogs() - before;
  await Promise.all(readers.map(reader => reader.stop()));
  const late = readers.flatMap(({ lags }) =>
    [...lags.values()].flatMap(of => [...of.values()]),
  );
  const faults = [...early, ...readers.map(reader => reader.faults)];
  const sum = of => readers.reduce((total, reader) => total + of(reader), 0);
  const { median, p99 } = spread(late);
  console.log(
    `${viewers} viewers of one pod, 100 lines a second: ${open} stream(s) of the API server; ${(
      (to.cpuMs - from.cpuMs) /
      seconds /
      10
    ).toFixed(0)} % of a core; late p50 ${median.toFixed(
      1,
    )} ms, p99 ${p99.toFixed(1)} ms; ${sum(
      reader => reader.lines,
    )} lines, missing ${total(faults, 'missing')}, twice ${total(
      faults,
      'twice',
    )}`,
  );
}

function total(faults, what) {
  return faults.reduce((count, of) => count + of[what], 0);
}

/** Viewers that stop reading while a pod writes 20,000 lines a second: what they take up, and what they are told afterwards. */
export async function measureSlow(endpoint, { viewers, seconds }) {
  const readers = openAll(endpoint, {
    viewers,
    query: { follow: 'true', tail: '0', pod: 'flood-0' },
  });
  await delay(3_000);
  const from = await endpoint.usage();
  readers.forEach(reader => reader.pause());
  const during = [];
  for (let second = 0; second < seconds; second++) {
    await delay(1_000);
    during.push((await endpoint.usage()).bytes);
  }
  readers.forEach(reader => reader.resume());
  await delay(5_000);
  await Promise.all(readers.map(reader => reader.stop()));
  const sum = of => readers.reduce((total, reader) => total + of(reader), 0);
  const most = (Math.max(...during) - from.bytes) / viewers / 1024;
  console.log(
    `${viewers} viewers that do not read for ${seconds} s, 20,000 lines a second: ${most.toFixed(
      0,
    )} KiB each at most; ${sum(reader => reader.lines)} lines read, ${sum(
      reader => reader.faults.missing,
    )} missing, ${sum(
      reader => reader.dropped,
    )} told to be missing, twice ${sum(reader => reader.faults.twice)}`,
  );
}

function openAll(endpoint, { viewers, query }) {
  return Array.from({ length: viewers }, () => endpoint.open(query));
}
