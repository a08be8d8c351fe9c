import {
  Problem,
  ProblemDocument,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** An error in the words of a problem document, for people. */
export interface ErrorDescription {
  title: string;
  detail: string;
  hint?: string;
  /** The signed-in person may not do or see this. */
  forbidden: boolean;
  /** Something else changed first. */
  conflict: boolean;
  problems: Problem[];
  refusals: { kind: string; message: string }[];
}

type Carrier = Error & {
  document?: Partial<ProblemDocument>;
  problem?: Partial<ProblemDocument>;
  body?: Partial<ProblemDocument>;
};

/** Reads what a failed call has to say; any error will do. */
export function describeError(error: Error): ErrorDescription {
  const carrier = error as Carrier;
  const document = carrier.document ?? carrier.problem ?? carrier.body ?? {};
  const name = document.name ?? error.name;
  const is = (wanted: string, status: number) =>
    name === wanted || document.status === status;
  return {
    title: document.title ?? titles[name] ?? 'the request failed',
    detail: document.detail ?? error.message,
    hint: document.hint,
    forbidden: is('NotAllowedError', 403),
    conflict: is('ConflictError', 409),
    problems: document.problems ?? [],
    refusals: document.refusals ?? [],
  };
}

const titles: Record<string, string> = {
  NotAllowedError: 'not allowed',
  NotFoundError: 'not found',
  ServiceUnavailableError: 'the service cannot be reached',
};
