import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { setTimeout as delay } from 'node:timers/promises';
import { ClusterReader } from '../../adapters/Cluster';
import { ClusterError } from '../../adapters/ClusterError';
import { Bell } from '../Bell';
import { ContainerRun, isSameRun, runOf } from './ContainerRun';
import { describeFailure, describeLoss, isNotThere } from './describeFailure';
import { LogReading, ReadingOptions } from './LogReading';
import { LogListener, LogSeats, Seat } from './LogSeats';
import { LogSource } from './LogSource';
import { BEGINNING, Place } from './Place';

/** Milliseconds until a log that broke off is opened again, at first and at most. */
const REOPEN = { first: 250, longest: 10_000 };
/** Milliseconds in which the log of a pod that is gone may come to its end. */
const LAST_WORDS = 5_000;

/**
 * The log of one container, followed once for all who read it: from run to run
 * of the container and across broken connections, without a gap or a
 * repetition; what is lost all the same is told. Ends when the last reader
 * leaves, or with its pod.
 */
export class ContainerLog {
  private readonly seats = new LogSeats(() => this.end());
  private readonly stop = new AbortController();
  private readonly changed = new Bell();
  private pod?: KubernetesObject;
  private grace?: NodeJS.Timeout;
  /** The run that was there when following began. */
  private readonly first?: ContainerRun;
  /** The run that is or was read. */
  private run?: ContainerRun;
  /** It has been read to its end for certain. */
  private isRead = false;
  private wasOpened = false;
  /** Its reading broke off. */
  private isBroken = false;
  /** How far has been read. */
  private place?: Place;
  private failures = 0;
  private following?: Promise<void>;
  private told?: string;

  constructor(
    private readonly source: LogSource,
    private readonly options: {
      cluster: ClusterReader;
      pod: KubernetesObject | undefined;
      /** The pod is new: all that the container writes is read. */
      isNew: boolean;
      onEnd(): void;
    },
  ) {
    this.pod = options.pod;
    this.first = options.isNew ? undefined : this.current();
    if (this.first?.hasEnded) {
      // Whoever joins reads it as it is.
      this.run = this.first;
      this.isRead = true;
    }
  }

  /** The pod as it is now; `undefined` when it is gone. */
  see(pod: KubernetesObject | undefined): void {
    const before = this.current();
    this.pod = pod;
    clearTimeout(this.grace);
    if (!pod) this.grace = setTimeout(() => this.end(), LAST_WORDS).unref();
    const now = this.current();
    const isSame = isSameRun(before, now) && before?.hasEnded === now?.hasEnded;
    if (!pod || !isSame) this.changed.ring();
  }

  join(listener: LogListener): Seat {
    const seat = this.seats.add(listener);
    this.following ??= this.follow();
    return seat;
  }

  end(): void {
    if (this.stop.signal.aborted) return;
    this.stop.abort();
    clearTimeout(this.grace);
    this.changed.ring();
    this.options.onEnd();
    this.seats.close();
  }

  private current(): ContainerRun | undefined {
    return this.pod && runOf(this.pod, this.source.container);
  }

  private async follow(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      this.changed.clear();
      const run = this.current();
      if (run && !(this.isRead && isSameRun(run, this.run))) {
        await this.read(run);
      } else {
        this.seats.markReady();
        if (!this.pod) this.end();
        else await this.changed.rung();
      }
    }
  }

  /** One reading, until the log ends or breaks off; then a pause, unless it has been read to its end. */
  private async read(run: ContainerRun): Promise<void> {
    const { signal } = this.stop;
    let retryAfter = 0;
    try {
      const before = this.run;
      if (before && !isSameRun(before, run)) {
        await this.leaveBehind(before, run);
      }
      this.run = run;
      this.isRead = false;
      const reading = await LogReading.open(this.source, {
        ...this.beginningOf(run),
        cluster: this.options.cluster,
        follow: !run.hasEnded,
        signal,
      });
      this.seats.markReady();
      this.wasOpened = true;
      this.told = undefined;
      this.seats.setLive({ isLive: true });
      await this.pass(reading, { isSame: isSameRun(before, run) });
      this.isBroken = false;
      // That a log ended says nothing: the connection may have.
      this.isRead = run.hasEnded;
    } catch (error) {
      this.isBroken = true;
      if (error instanceof ClusterError) retryAfter = error.retryAfter ?? 0;
      if (!signal.aborted) this.tellOnce(error);
    }
    this.seats.markReady();
    this.seats.setLive({ isLive: false });
    if (!this.isRead && !signal.aborted) await this.pause(retryAfter * 1000);
  }

  private beginningOf(
    run: ContainerRun,
  ): Pick<ReadingOptions, 'after' | 'tail'> {
    if (this.place) return { after: this.place };
    if (!isSameRun(run, this.first)) return {};
    const after = this.seats.start ?? (this.wasOpened ? BEGINNING : undefined);
    return after ? { after } : { tail: 0 };
  }

  /** Reads what another run wrote before this one, as far as it is there. */
  private async leaveBehind(before: ContainerRun, run: ContainerRun) {
    if (!this.place) return;
    if (before.pod !== run.pod) {
      if (this.isBroken) this.seats.notice(describeLoss(this.source));
      return;
    }
    const runs = run.restarts - before.restarts;
    if (!this.isRead || runs > 1) await this.readRest(this.place);
    const skipped = this.isRead ? runs - 2 : runs - 1;
    if (skipped > 0) this.seats.notice(describeLoss(this.source));
  }

  private async readRest(after: Place): Promise<void> {
    const { cluster } = this.options;
    const { signal } = this.stop;
    try {
      const options = { cluster, after, previous: true, signal };
      const rest = await LogReading.open(this.source, options);
      await this.pass(rest, { isSame: false });
      if (!rest.isDetached) return;
    } catch (error) {
      if (signal.aborted || !(error instanceof ClusterError)) throw error;
    }
    this.seats.notice(describeLoss(this.source));
  }

  /** Gives on what is read; `isSame`: more of a run that has been read before. */
  private async pass(reading: LogReading, options: { isSame: boolean }) {
    let { isSame } = options;
    for await (const lines of reading.lines()) {
      if (isSame && reading.isDetached) await this.readRest(this.place!);
      isSame = false;
      this.place = reading.last;
      this.failures = 0;
      this.seats.lines(lines);
    }
  }

  private async pause(atLeast: number): Promise<void> {
    const { first, longest } = REOPEN;
    const wait = Math.max(first * 2 ** this.failures, atLeast);
    this.failures += 1;
    const done = new AbortController();
    const { signal } = done;
    await Promise.race([
      this.changed.rung(),
      delay(Math.min(wait, longest), undefined, { signal }).catch(() => {}),
    ]);
    done.abort();
  }

  private tellOnce(error: unknown): void {
    if (error instanceof ClusterError && isNotThere(error)) return;
    const words =
      error instanceof ClusterError
        ? describeFailure(this.source, error)
        : String(error);
    if (this.told !== words) this.seats.notice(words);
    this.told = words;
  }
}
