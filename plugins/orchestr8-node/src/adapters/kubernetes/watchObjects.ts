import {
  KubernetesObject,
  objectKey,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { setTimeout as delay } from 'node:timers/promises';
import { ResourceKind, WatchEvent } from '../Cluster';
import { ClusterError } from '../ClusterError';
import { ApiRequests } from './ApiRequests';
import { acceptOf, listObjects, Selection } from './listObjects';
import { resourcePath } from './resourcePath';
import { splitLines } from './splitLines';
import { backoff } from './withRetries';

interface WatchLine {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: KubernetesObject & { code?: number; message?: string };
}

/** Seconds that one watch lasts at most; varied, so that many do not end together. */
const SEGMENT = { least: 180, spread: 120 };
/** Milliseconds without even a bookmark (the server sends one a minute) after which a watch counts as dead. */
const SILENCE = 80_000;
/** Milliseconds between attempts at most: an API server that came back is noticed well within ten seconds. */
const LONGEST_PAUSE = 4_000;

/**
 * List, then watch in segments until the signal aborts. What the watch missed
 * (410, a restart) is found by listing again and reported as differences.
 * Ends silently on abort; rejects when access is refused at the first list.
 */
export async function* watchObjects(
  requests: ApiRequests,
  findKind: () => Promise<ResourceKind>,
  options: Selection & { signal: AbortSignal },
): AsyncGenerator<WatchEvent> {
  const { signal } = options;
  let kind: ResourceKind | undefined;
  const known = new Map<string, KubernetesObject>();
  let version: string | undefined;
  let failures = 0;
  let told: ClusterError | undefined;
  while (!signal.aborted) {
    try {
      kind ??= await findKind();
      if (version === undefined) {
        const listed = await listObjects(requests, kind, {
          ...options,
          attempts: 1,
        });
        yield* differences(known, listed.items);
        version = listed.resourceVersion;
        yield { type: 'synced' };
      }
      const opened = Date.now();
      const lines = await openSegment(requests, kind, { ...options, version });
      if (failures > 0) yield { type: 'synced' };
      failures = 0;
      told = undefined;
      for await (const line of lines) {
        if (!line) continue;
        const whole = wholeLine(line);
        // Broken off in its midst: the next segment tells it again.
        if (!whole) break;
        const { type, object } = whole;
        if (type === 'ERROR') {
          version = undefined;
          break;
        }
        version = object.metadata.resourceVersion ?? version;
        if (type === 'BOOKMARK') {
          yield { type: 'current' };
          continue;
        }
        const { apiVersion, kind: name } = kind;
        yield remember(known, type, { ...object, apiVersion, kind: name });
      }
      // Something between here and there ends watches at once: do not spin.
      if (Date.now() - opened < 1000) await pause(1000, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof ClusterError)) throw error;
      if (error.status === 410 && version !== undefined) {
        // Nothing is lost: only its place in the server's memory.
        version = undefined;
        continue;
      }
      if (!error.retryable && known.size === 0 && !version) throw error;
      // Again when it no longer passes by itself, as when a token has ended.
      if (told?.retryable !== error.retryable) {
        told = error;
        yield { type: 'interrupted', error };
      }
      const asked = (error.retryAfter ?? 0) * 1000;
      const wait = backoff(failures++, { longest: LONGEST_PAUSE });
      await pause(Math.min(Math.max(wait, asked), 10_000), signal);
    }
  }
}

function wholeLine(line: string): WatchLine | undefined {
  try {
    return JSON.parse(line) as WatchLine;
  } catch {
    return undefined;
  }
}

async function openSegment(
  requests: ApiRequests,
  kind: ResourceKind,
  options: Selection & { signal: AbortSignal; version: string },
): Promise<AsyncGenerator<string>> {
  const seconds = SEGMENT.least + Math.round(Math.random() * SEGMENT.spread);
  const chunks = await requests.open(
    {
      path: resourcePath(kind, { namespace: options.namespace }),
      query: {
        watch: 1,
        allowWatchBookmarks: true,
        resourceVersion: options.version,
        labelSelector: options.labelSelector,
        fieldSelector: options.fieldSelector,
        timeoutSeconds: seconds,
      },
      accept: acceptOf(options, ''),
      verb: `watch ${kind.resource} for`,
      signal: options.signal,
    },
    { silence: SILENCE },
  );
  return splitLines(chunks);
}

/** What a fresh list says that was not known before. */
function* differences(
  known: Map<string, KubernetesObject>,
  listed: KubernetesObject[],
): Generator<WatchEvent> {
  const gone = new Map(known);
  for (const object of listed) {
    const key = objectKey(objectRef(object));
    const before = known.get(key);
    gone.delete(key);
    if (sameVersion(before, object)) continue;
    known.set(key, remembered(object));
    yield { type: before ? 'modified' : 'added', object };
  }
  for (const [key, object] of gone) {
    known.delete(key);
    yield { type: 'deleted', object };
  }
}

function remember(
  known: Map<string, KubernetesObject>,
  type: 'ADDED' | 'MODIFIED' | 'DELETED',
  object: KubernetesObject,
): WatchEvent {
  const key = objectKey(objectRef(object));
  if (type === 'DELETED') {
    known.delete(key);
    return { type: 'deleted', object };
  }
  const before = known.has(key);
  known.set(key, remembered(object));
  return { type: before ? 'modified' : 'added', object };
}

/** Enough to tell a change and to name what has gone; the whole object is the reader's to keep. */
function remembered(object: KubernetesObject): KubernetesObject {
  const { name, namespace, uid, resourceVersion, labels } = object.metadata;
  return {
    apiVersion: object.apiVersion,
    kind: object.kind,
    metadata: { name, namespace, uid, resourceVersion, labels },
  };
}

function sameVersion(
  before: KubernetesObject | undefined,
  now: KubernetesObject,
): boolean {
  return (
    before !== undefined &&
    before.metadata.uid === now.metadata.uid &&
    before.metadata.resourceVersion === now.metadata.resourceVersion
  );
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => {});
}
