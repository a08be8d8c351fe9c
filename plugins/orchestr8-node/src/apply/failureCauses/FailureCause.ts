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

/** What the documentation says of a cause. */
export interface CauseWords {
  /** Stable name. */
  cause: string;
  /** One sentence: what has happened. */
  means: string;
  /** How it is recognised: where it is looked for, and by which words. */
  sign: string;
  /** What to do next; words in capitals stand for what a finding names. */
  remedy: string;
}

/** One reason for which a deployment will not become healthy by waiting. */
export interface FailureCause extends CauseWords {
  /** Milliseconds that it must be seen without a break before it counts: what is transient passes in that time. */
  graceMs: number;
  /** Pure. */
  find(workload: Workload): Finding | undefined;
}
