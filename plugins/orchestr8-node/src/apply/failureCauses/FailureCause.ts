import { ObjectRef } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Workload } from '../Workload';

/** What a cause found wrong. */
export interface Finding {
  object: ObjectRef;
  /** One sentence: what, where, why. */
  message: string;
  /** Lines of proof, as the cluster said them. */
  evidence: string[];
  /** What to do next. */
  remedy: string;
}

/** One reason for which a deployment will not become healthy by waiting. */
export interface FailureCause {
  /** Stable name. */
  cause: string;
  /** Milliseconds that it must be seen without a break before it counts: what is transient passes in that time. */
  graceMs: number;
  /** Pure. */
  find(workload: Workload): Finding | undefined;
}
