import { objectKey } from '@orchestr8/backstage-plugin-orchestr8-common';
import { FAILURE_CAUSES } from './failureCauses';
import { FailureCause, Finding } from './failureCauses/FailureCause';
import { Workload } from './Workload';

/** A cause that was found, and since when. */
export interface Suspicion {
  cause: FailureCause;
  finding: Finding;
  /** Milliseconds until it counts; 0 or less: it counts. */
  remaining: number;
}

/** Remembers since when each cause has been seen without a break, so that the transient passes. */
export class FailureWatch {
  private readonly since = new Map<string, number>();

  /** All that is wrong with one object now, the gravest first. `now` in milliseconds. */
  examine(workload: Workload, now: number): Suspicion[] {
    const suspicions: Suspicion[] = [];
    const { metadata, apiVersion, kind } = workload.object;
    const object = objectKey({ apiVersion, kind, ...metadata });
    // By place: one name may stand for several causes, of which one is not seen.
    for (const [place, cause] of FAILURE_CAUSES.entries()) {
      const finding = cause.find(workload);
      const key = `${place} ${object}`;
      if (!finding) {
        this.since.delete(key);
        continue;
      }
      const since = this.since.get(key) ?? now;
      this.since.set(key, since);
      suspicions.push({
        cause,
        finding,
        remaining: cause.graceMs - (now - since),
      });
    }
    return suspicions;
  }
}
