import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { setTimeout as delay } from 'node:timers/promises';
import { ClusterError } from '../../adapters/ClusterError';
import { containerStatuses } from '../health/podHealth';
import { followContainer, isNotThere } from './followContainer';
import { LogQuery, LogSource, sourcesOf } from './LogQuery';
import { LogQueue } from './LogQueue';
import { ReadMark } from './ReadMark';
import { noticeOf } from './readTail';

/** Milliseconds until a log that broke off is opened again. */
const REOPEN = 1_000;

interface Followed {
  source: LogSource;
  mark: ReadMark;
  fromNow: boolean;
  /** The run of the container that was seen last, and the one that is or was followed. */
  seen?: string;
  run?: string;
  active: boolean;
  told?: string;
}

/** Follows the containers of all pods of a module: each run of each once, new pods as they come. */
export class PodFollower {
  private readonly followed = new Map<string, Followed>();

  constructor(
    private readonly query: LogQuery & {
      matches(text: string): boolean;
      /** Containers that are followed at once. */
      most: number;
    },
    private readonly queue: LogQueue,
  ) {}

  /** A container that was there before following began, and how far it has been read. */
  begin(source: LogSource, options: { mark: ReadMark; fromNow: boolean }) {
    Object.assign(this.entry(source), options);
  }

  /** Looks at a pod as it is now and follows what has begun to run since. */
  see(pod: KubernetesObject): void {
    const sources = sourcesOf(pod, this.query);
    const known = sources.some(source => this.followed.has(keyOf(source)));
    if (!known && this.followed.size + sources.length > this.query.most) return;
    if (!known && sources.length > 0) {
      this.queue.notice(`Pod ${pod.metadata.name} has been added`);
    }
    for (const source of sources) {
      const entry = this.entry(source);
      entry.seen = runOf(pod, source.container);
      if (!entry.active) void this.followRuns(entry);
    }
  }

  gone(pod: KubernetesObject): void {
    const sources = sourcesOf(pod, this.query);
    const name = pod.metadata.name;
    for (const [key, { source }] of this.followed) {
      if (source.pod === name) this.followed.delete(key);
    }
    if (sources.length || !pod.spec) {
      this.queue.notice(`Pod ${name} is gone`);
    }
  }

  private entry(source: LogSource): Followed {
    const key = keyOf(source);
    let entry = this.followed.get(key);
    if (!entry) {
      entry = {
        source,
        mark: new ReadMark(),
        fromNow: false,
        active: false,
      };
      this.followed.set(key, entry);
    }
    return entry;
  }

  /** One run after another, for as long as there is one that has not been followed. */
  private async followRuns(entry: Followed): Promise<void> {
    entry.active = true;
    while (entry.seen && entry.seen !== entry.run && this.isFollowed(entry)) {
      entry.run = entry.seen;
      await this.followRun(entry);
    }
    entry.active = false;
  }

  private async followRun(entry: Followed): Promise<void> {
    const { cluster, signal, since, matches } = this.query;
    while (this.isFollowed(entry)) {
      try {
        await followContainer(entry.source, {
          cluster,
          mark: entry.mark,
          since,
          fromNow: entry.fromNow,
          signal,
          onLine: line => {
            if (matches(line.text)) this.queue.line(line);
          },
        });
        // A log that ends is a container that ended: its next run is seen as such.
        return;
      } catch (error) {
        if (!this.isFollowed(entry)) return;
        if (!isNotThere(error)) this.tellOnce(entry, error);
        else if (entry.seen !== entry.run) return;
        await delay(REOPEN, undefined, { signal }).catch(() => {});
      }
    }
  }

  private isFollowed(entry: Followed): boolean {
    const { signal } = this.query;
    return !signal.aborted && this.followed.get(keyOf(entry.source)) === entry;
  }

  private tellOnce(entry: Followed, error: unknown): void {
    const notice =
      error instanceof ClusterError
        ? noticeOf(entry.source, error)
        : String(error);
    if (entry.told === notice) return;
    entry.told = notice;
    this.queue.notice(notice);
  }
}

function keyOf({ pod, container }: LogSource): string {
  return `${pod}/${container}`;
}

/** Names one run of a container; `undefined` while none has begun. A run that has ended is read to its end. */
function runOf(pod: KubernetesObject, container: string): string | undefined {
  const status = containerStatuses(pod).find(({ name }) => name === container);
  const { running, terminated } = status?.state ?? {};
  if (!running && !terminated) return undefined;
  return `${pod.metadata.uid} ${status!.restartCount ?? 0}`;
}
