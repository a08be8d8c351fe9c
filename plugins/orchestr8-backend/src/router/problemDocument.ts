import { ProblemDocument } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  ClusterError,
  ModuleSourceError,
  RenderError,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { ProblemError } from './ProblemError';

/** HTTP status of the error names of `@backstage/errors`. */
const STATUS: Record<string, number> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  ServiceUnavailableError: 503,
};

const TITLE: Record<number, string> = {
  400: 'The request cannot be understood',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'In conflict with the present state',
  413: 'Too large',
  422: 'The module is not valid',
  500: 'Unexpected failure',
  503: 'Not available at the moment',
};

/** The document that an error becomes. An unexpected error keeps its text to itself: it may hold anything. */
export function problemDocument(error: unknown): ProblemDocument {
  if (error instanceof ProblemError) {
    const { status, name, message, ...more } = error;
    const { hint, problems, refusals, moved } = more;
    return document(status, name, message, { hint, problems, refusals, moved });
  }
  if (error instanceof ClusterError) {
    return document(503, 'ServiceUnavailableError', error.message, {
      hint: `Check the cluster "${error.cluster}" and its entry in orchestr8.clusters, then try again.`,
    });
  }
  if (error instanceof RenderError && error.kind === 'unavailable') {
    return document(503, 'ServiceUnavailableError', error.message, {
      hint: 'Check orchestr8.renderer.command (or O8_RENDERER) in the configuration of the portal.',
    });
  }
  if (error instanceof RenderError || error instanceof ModuleSourceError) {
    return document(422, 'InputError', error.message);
  }
  if (error instanceof Error) {
    const tooLarge = (error as { type?: string }).type === 'entity.too.large';
    if (tooLarge) {
      return document(413, 'InputError', 'The request is larger than 32 MiB.', {
        hint: 'A module may have 20 MiB: keep images and archives out of it.',
      });
    }
    const malformed =
      (error as { type?: string }).type === 'entity.parse.failed';
    if (malformed) {
      return document(400, 'InputError', 'The body is not valid JSON.');
    }
    const status = STATUS[error.name];
    if (status) {
      return document(status, error.name, error.message);
    }
  }
  return document(
    500,
    'Error',
    'The portal failed to answer; its log has the cause.',
  );
}

function document(
  status: number,
  name: string,
  detail: string,
  more: Partial<
    Pick<ProblemDocument, 'hint' | 'problems' | 'refusals' | 'moved'>
  > = {},
): ProblemDocument {
  return {
    type: 'about:blank',
    title: TITLE[status] ?? 'Failed',
    status,
    detail,
    name,
    ...Object.fromEntries(
      Object.entries(more).filter(([, value]) => value !== undefined),
    ),
  };
}
