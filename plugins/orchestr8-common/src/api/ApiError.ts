import { ProblemDocument } from './contract';

/**
 * A refused or failed call of the portal's API. `name` is that of the problem
 * document (`NotFoundError`, `ConflictError`, …), so that callers can branch on it.
 *
 * @public
 */
export class ApiError extends Error {
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(problem.detail || problem.title);
    this.name = problem.name;
    this.problem = problem;
  }

  /** Reads the error of an answer, whatever its form. */
  static async fromResponse(response: Response): Promise<ApiError> {
    const text = await response.text().catch(() => '');
    return new ApiError(problemOf(text, response));
  }
}

function problemOf(text: string, response: Response): ProblemDocument {
  const fallback: ProblemDocument = {
    type: 'about:blank',
    title: response.statusText || 'Request failed',
    status: response.status,
    detail:
      `The portal answered ${response.status} ${response.statusText}`.trim(),
    name: NAMES[response.status] ?? 'Error',
  };
  try {
    const body = JSON.parse(text);
    if (typeof body?.detail === 'string') {
      return { ...fallback, ...body };
    }
    if (typeof body?.error?.message === 'string') {
      // What Backstage's own middleware answers, before a request reaches us.
      const { message, name } = body.error;
      return { ...fallback, detail: message, name: name ?? fallback.name };
    }
    return fallback;
  } catch {
    return fallback;
  }
}

const NAMES: Record<number, string> = {
  400: 'InputError',
  401: 'AuthenticationError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  503: 'ServiceUnavailableError',
};
