import { readFile } from 'node:fs/promises';
import {
  LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import express, { ErrorRequestHandler, Router } from 'express';
import { middleware as validateAgainst } from 'express-openapi-validator';
import PromiseRouter from 'express-promise-router';
import { parse } from 'yaml';
import { Services } from '../services/Services';
import { approvalRoutes } from './approvalRoutes';
import { authoringRoutes } from './authoringRoutes';
import { deploymentRoutes } from './deploymentRoutes';
import { logRoutes } from './logRoutes';
import { moduleListRoutes } from './moduleListRoutes';
import { moduleRoutes } from './moduleRoutes';
import { planRoutes } from './planRoutes';
import { problemMiddleware } from './problemMiddleware';
import { refusalMiddleware } from './refusalMiddleware';

/** 20 MiB of module, as base64 in JSON. */
const BODY_LIMIT = '32mb';

/** The router of the plugin. Requests are checked against `schema/openapi.yaml` before a route sees them. */
export async function createRouter(options: {
  services: Services;
  logger: LoggerService;
  /** Answers are checked too, and one that breaks the contract is a fault of ours; for tests. */
  validateResponses?: boolean;
}): Promise<Router> {
  const { services, logger } = options;
  const specification = await readSpecification();
  const router = PromiseRouter();
  router.use(express.json({ limit: BODY_LIMIT }));
  router.get('/openapi.json', (_, res) => {
    res.json(specification);
  });
  router.use(
    validateAgainst({
      apiSpec: specification,
      validateApiSpec: false,
      validateRequests: { allowUnknownQueryParameters: false },
      validateResponses: options.validateResponses ?? false,
      validateSecurity: false,
      ignoreUndocumented: true,
      useRequestUrl: true,
    }),
  );
  router.use(invalidRequest);
  authoringRoutes(router, services);
  moduleListRoutes(router, services);
  moduleRoutes(router, services);
  planRoutes(router, services);
  approvalRoutes(router, services);
  logRoutes(router, services);
  deploymentRoutes(router, services);
  router.use(req => {
    throw new NotFoundError(`There is no route ${req.method} ${req.path}.`);
  });
  router.use(refusalMiddleware(services.access));
  router.use(problemMiddleware(logger));
  return router;
}

/** The normative form of the contract. */
export async function readSpecification() {
  const path = resolvePackagePath(
    '@orchestr8/backstage-plugin-orchestr8-backend',
    'src/schema/openapi.yaml',
  );
  return parse(await readFile(path, 'utf8'));
}

/** What the validator says about a request, as an InputError. */
const invalidRequest: ErrorRequestHandler = (error, _req, _res, next) => {
  const isOfValidator =
    Array.isArray(error?.errors) && [400, 415].includes(error.status);
  next(
    isOfValidator
      ? new InputError(`The request is not valid: ${error.message}.`)
      : error,
  );
};
