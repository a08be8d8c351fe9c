import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { setMaxListeners } from 'node:events';
import { Backlog } from './Backlog';
import { LogPart, LogQuery, notice } from './LogQuery';
import { LogSource, sourcesOf } from './LogSource';
import { LogViewer } from './LogViewer';
import { matcherOf } from './matcherOf';
import { BEGINNING } from './Place';
import { unknownSource } from './unknownSource';

/** Containers that are read at once: each takes a connection. */
const MOST_SOURCES = 64;
/** How often what was missed while reading is read, at most. */
const MOST_ROUNDS = 10;

/**
 * The log of a module: all pods and containers merged in the order of time.
 * First what has been written; with `follow`, then what is written from now on,
 * with pods that come and go told as notices. Ends when all is told, or silently
 * when the signal aborts. Rejects with an `InputError` for a bad expression
 * and a `ClusterError` when the pods cannot be listed.
 */
export async function* streamLogs(query: LogQuery): AsyncGenerator<LogPart> {
  const { logs, namespace, module, signal } = query;
  const asked = { ...query, matches: matcherOf(query.grep) };
  setMaxListeners(0, signal);
  if (!query.follow || query.previous) {
    const pods = await logs.cluster.list(
      { apiVersion: 'v1', kind: 'Pod' },
      { namespace, labelSelector: `orchestr8.io/module=${module}`, signal },
    );
    const { sources, message } = choose(pods, query);
    if (message) yield notice(message);
    yield* new Backlog(sources, asked).parts();
    return;
  }
  const viewer = new LogViewer({ ...asked, most: MOST_SOURCES });
  try {
    const { sources, message } = choose(await viewer.watchPods(), query);
    await viewer.join(sources);
    if (message) yield notice(message);
    yield* catchUp(viewer, { sources, asked });
    yield* viewer.parts();
  } finally {
    viewer.close();
  }
}

/**
 * Reads what has been written while the viewer keeps what is being written.
 * When that becomes too much, it reads on from where it is: nothing is dropped
 * as long as reading is faster than writing.
 */
async function* catchUp(
  viewer: LogViewer,
  options: {
    sources: readonly LogSource[];
    asked: LogQuery & { matches(text: string): boolean };
  },
): AsyncGenerator<LogPart> {
  const { asked } = options;
  let { sources } = options;
  let query = asked;
  for (let round = 1; ; round++) {
    const backlog = new Backlog(sources, query);
    yield* backlog.parts();
    for (const source of sources) {
      const place = backlog.placeOf(source);
      if (place) viewer.startAfter(source, place);
    }
    if (!viewer.hasMissed || round === MOST_ROUNDS) return;
    sources = viewer.collectAnew();
    const before = query.after;
    query = {
      ...asked,
      tail: undefined,
      after: source => backlog.placeOf(source) ?? before?.(source) ?? BEGINNING,
    };
  }
}

/** The containers to be read, those of the newest pods first, and what is to be said about them. */
function choose(
  pods: readonly KubernetesObject[],
  query: LogQuery,
): { sources: LogSource[]; message?: string } {
  const { module, namespace } = query;
  const all = newestFirst(pods).flatMap(one => sourcesOf(one, query));
  const sources = all.slice(0, MOST_SOURCES);
  if (pods.length === 0) {
    return { sources, message: `${module} has no pods in ${namespace}` };
  }
  const unknown = unknownSource(pods, query);
  if (unknown) return { sources, message: unknown };
  if (all.length > sources.length) {
    return {
      sources,
      message: `${module} has ${all.length} containers: only the newest ${sources.length} are read; name a pod or container to read others`,
    };
  }
  return { sources };
}

function newestFirst(pods: readonly KubernetesObject[]): KubernetesObject[] {
  const madeAt = (pod: KubernetesObject) =>
    pod.metadata.creationTimestamp ?? '';
  return [...pods].sort((a, b) => madeAt(b).localeCompare(madeAt(a)));
}
