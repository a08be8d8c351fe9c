import { LoggerService } from '@backstage/backend-plugin-api';
import { ErrorRequestHandler } from 'express';
import { problemDocument } from './problemDocument';

/** Answers errors as problem documents (RFC 9457); only faults of ours are logged. */
export function problemMiddleware(logger: LoggerService): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const document = problemDocument(error);
    if (document.status >= 500) {
      logger.error(`${req.method} ${req.path} failed`, error);
    }
    res
      .status(document.status)
      .type('application/problem+json')
      .send(JSON.stringify(document));
  };
}
