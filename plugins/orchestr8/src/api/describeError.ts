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
  /** What is otherwise than the plan showed, where that is what went wrong. */
  moved: string[];
  problems: Problem[];
  refusals: { kind: string; message: string }[];
}

const TITLES: Record<string, string> = {
  NotAllowedError: 'not allowed',
  NotFoundError: 'not found',
  ServiceUnavailableError: 'the service cannot be reached',
};

/** Reads what a failed call has to say: an `ApiError` much, any other error little. */
export function describeError(
  error: Error & { problem?: ProblemDocument },
): ErrorDescription {
  const { problem } = error;
  const name = problem?.name ?? error.name;
  return {
    title: problem?.title ?? TITLES[name] ?? 'the request failed',
    detail: problem?.detail ?? error.message,
    hint: problem?.hint,
    forbidden: name === 'NotAllowedError',
    moved: problem?.moved ?? [],
    problems: problem?.problems ?? [],
    refusals: problem?.refusals ?? [],
  };
}
