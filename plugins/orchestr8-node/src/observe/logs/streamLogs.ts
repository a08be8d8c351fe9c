import { ReadMark } from './ReadMark';
import { setMaxListeners } from 'node:events';
import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { LogEntry, LogQuery, sourcesOf } from './LogQuery';
import { LogQueue } from './LogQueue';
import { matcherOf } from './matcherOf';
import { mergeByTime } from './mergeByTime';
import { PodFollower } from './PodFollower';
import { readTail } from './readTail';

const TAIL = 200;
/** Containers that are read at once: each takes a connection. */
const MOST_SOURCES = 64;

/**
 * The log of a module: all pods and containers merged in the order of time.
 * First the tail; with `follow`, then what is written from now on, with pods
 * that come and go told as notices. Ends when the tail is told, or silently
 * when the signal aborts. Rejects with an `InputError` for a bad expression
 * and a `ClusterError` when the pods cannot be listed.
 */
export async function* streamLogs(query: LogQuery): AsyncGenerator<LogEntry> {
  const { cluster, namespace, module, tail = TAIL, signal } = query;
  const matches = matcherOf(query.grep);
  const selection = {
    namespace,
    labelSelector: `orchestr8.io/module=${module}`,
  };
  const pods = await cluster.list(
    { apiVersion: 'v1', kind: 'Pod' },
    { ...selection, signal },
  );
  const all = newestFirst(pods).flatMap(pod => sourcesOf(pod, query));
  const sources = all.slice(0, MOST_SOURCES);
  if (pods.length === 0) {
    yield { notice: `${module} has no pods in ${namespace}` };
  } else if (sources.length === 0) {
    yield { notice: `No container of ${module} is named ${query.container}` };
  } else if (all.length > sources.length) {
    yield {
      notice: `${module} has ${all.length} containers: only the newest ${sources.length} are read; name a pod or container to read others`,
    };
  }
  setMaxListeners(0, signal);

  const filtered = Boolean(query.grep);
  const tails = await Promise.all(
    sources.map(async source => {
      const mark = new ReadMark();
      const options = { ...query, tail, matches, filtered, mark };
      return { source, mark, ...(await readTail(source, options)) };
    }),
  );
  for (const { notice } of tails) if (notice) yield { notice };
  yield* mergeByTime(
    tails.map(({ lines }) => lines),
    { last: tail },
  );
  if (!query.follow || query.previous) return;

  const stop = new AbortController();
  const following = AbortSignal.any([signal, stop.signal]);
  setMaxListeners(0, following);
  const queue = new LogQueue();
  const follower = new PodFollower(
    { ...query, signal: following, matches, most: MOST_SOURCES },
    queue,
  );
  for (const { source, mark } of tails) {
    follower.begin(source, { mark, fromNow: tail === 0 });
  }
  try {
    void watchPods(query, { follower, queue, selection, signal: following });
    yield* queue.entries(signal);
  } finally {
    stop.abort();
  }
}

async function watchPods(
  { cluster }: LogQuery,
  options: {
    follower: PodFollower;
    queue: LogQueue;
    selection: { namespace: string; labelSelector: string };
    signal: AbortSignal;
  },
): Promise<void> {
  const { follower, queue, selection, signal } = options;
  try {
    for await (const event of cluster.watch(
      { apiVersion: 'v1', kind: 'Pod' },
      { ...selection, signal },
    )) {
      if (event.type === 'synced') continue;
      if (event.type === 'interrupted') queue.notice(event.error.message);
      else if (event.type === 'deleted') follower.gone(event.object);
      else follower.see(event.object);
    }
  } catch (error) {
    if (!signal.aborted) {
      queue.notice(
        `New pods are not seen any more: ${(error as Error).message}`,
      );
    }
  }
}

function newestFirst(pods: KubernetesObject[]): KubernetesObject[] {
  const madeAt = (pod: KubernetesObject) =>
    pod.metadata.creationTimestamp ?? '';
  return [...pods].sort((a, b) => madeAt(b).localeCompare(madeAt(a)));
}
