import { ErrorRequestHandler } from 'express';
import { Access } from '../services/Access';
import { problemDocument } from './problemDocument';

/** Writes down what failed before an act could begin: refusals of any request, and every request that would have changed something. */
export function refusalMiddleware(access: Access): ErrorRequestHandler {
  return async (error, request, _res, next) => {
    const { status } = problemDocument(error);
    const refused = status === 401 || status === 403;
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    if (access.audit.knows(request) || (!refused && !changes)) {
      next(error);
      return;
    }
    await access
      .audited(
        {
          eventId: refused ? 'request-refuse' : 'request-fail',
          request,
          meta: {},
          changesNothing: true,
        },
        async () => {
          throw error;
        },
      )
      .catch(next);
  };
}
