import { linesBetween } from './logLines.mjs';

/** What a kubelet keeps of a log is bounded; so is what we compute: an hour back, 5,000 lines. */
const HORIZON = 3_600_000;
const MOST_LINES = 5000;
/** Milliseconds between looks at what has been written since. */
const TICK = 50;

/** When a container ran: milliseconds, `end` absent while it runs; undefined when it never did. */
export function lifeOf({ pod, container }, previous) {
  const status = pod.status?.containerStatuses?.find(
    ({ name }) => name === container,
  );
  const { running, terminated } = status?.state ?? {};
  const last = status?.lastState?.terminated;
  if (previous) return last && lifetime(last);
  if (running) return { start: Date.parse(running.startedAt) };
  return terminated ? lifetime(terminated) : last && lifetime(last);
}

function lifetime({ startedAt, finishedAt, exitCode }) {
  return {
    start: Date.parse(startedAt),
    end: Date.parse(finishedAt),
    exitCode,
  };
}

/** The log up to `now` as texts ending in newlines, or `error` in a kubelet's words. */
export function readLog(
  target,
  { now, previous, tail, since, timestamps, limitBytes },
) {
  const { pod, container } = target;
  const init = pod.spec.initContainers?.some(({ name }) => name === container);
  if (init) return { lines: [], until: now };
  const life = lifeOf(target, previous);
  if (!life) {
    const waiting = pod.status?.containerStatuses?.find(
      ({ name }) => name === container,
    )?.state?.waiting;
    const error = previous
      ? `previous terminated container "${container}" in pod "${pod.metadata.name}" not found`
      : `container "${container}" in pod "${
          pod.metadata.name
        }" is waiting to start: ${waiting?.reason ?? 'ContainerCreating'}`;
    return { error };
  }
  const until = Math.min(now, life.end ?? now);
  const from = Math.max(life.start, since ?? 0, until - HORIZON);
  const wanted = Math.min(tail ?? MOST_LINES, MOST_LINES);
  const entries =
    wanted === 0
      ? []
      : linesBetween(target, { life, from, until }).slice(-wanted);
  const lines = [];
  let size = 0;
  for (const entry of entries) {
    const line = textOf(entry, timestamps);
    size += line.length;
    if (limitBytes !== undefined && size > limitBytes) break;
    lines.push(line);
  }
  return { lines, until: until + 1 };
}

/** Writes what comes after `from`, as it comes, until the container or its Pod is gone. Returns what stops it. */
export function followLog(find, { from, timestamps, write, end }) {
  let position = from;
  const timer = setInterval(() => {
    const target = find();
    const life = target.pod && lifeOf(target, false);
    if (!life) {
      clearInterval(timer);
      end();
      return;
    }
    const until = Math.min(Date.now(), life.end ?? Infinity);
    if (until > position) {
      for (const entry of linesBetween(target, { life, from: position, until }))
        write(textOf(entry, timestamps));
      position = until + 1;
    }
    if (life.end !== undefined) {
      clearInterval(timer);
      end();
    }
  }, TICK);
  return () => clearInterval(timer);
}

function textOf({ at, text }, timestamps) {
  return timestamps ? `${new Date(at).toISOString()} ${text}\n` : `${text}\n`;
}
