import { Problem, Refusal } from '@orchestr8/backstage-plugin-orchestr8-common';

/** A failure that the caller can do something about; it becomes a problem document as it stands. */
export class ProblemError extends Error {
  readonly status: number;
  readonly hint?: string;
  readonly problems?: Problem[];
  readonly refusals?: Refusal[];
  /** What a plan does not hold for any more, in sentences. */
  readonly moved?: string[];

  constructor(
    name: ProblemErrorName,
    message: string,
    details: {
      status?: number;
      hint?: string;
      problems?: Problem[];
      refusals?: Refusal[];
      moved?: string[];
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = name;
    this.status = details.status ?? STATUS[name];
    this.hint = details.hint;
    this.problems = details.problems;
    this.refusals = details.refusals;
    this.moved = details.moved;
  }
}

/** Names as in `@backstage/errors`, so that its client side understands them. */
export type ProblemErrorName = keyof typeof STATUS;

const STATUS = {
  InputError: 400,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  ServiceUnavailableError: 503,
} as const;
