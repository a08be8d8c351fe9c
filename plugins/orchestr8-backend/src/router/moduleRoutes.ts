import {
  modulePermissions,
  ScaleRequest,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Request, Router } from 'express';
import { callerName } from '../services/Access';
import { Services } from '../services/Services';
import { openAllowedStream } from './allowedStream';

/** Routes below `/modules`, except plans and logs. */
export function moduleRoutes(router: Router, services: Services): void {
  const { access, catalog, environments } = services;

  /** Authorises one act with the module of the path, and finds it as the caller sees it. */
  const enter = async (
    req: Request,
    permission: (typeof modulePermissions)[keyof typeof modulePermissions],
  ) => {
    const caller = await access.caller(req);
    const module = await catalog.get(req.params.module, caller);
    await access.demand(caller, permission, module.name);
    return { module, caller, by: callerName(caller) };
  };

  const environmentsOf = (req: Request) =>
    req.query.environment
      ? [environments.get(String(req.query.environment))]
      : environments.items;

  router.get('/v1/modules/:module/problems', async (req, res) => {
    const { module } = await enter(req, modulePermissions.read);
    const files = await services.releases.sourceFiles(module);
    res.json({
      problems: await services.validation.validate(files, { render: false }),
    });
  });

  router.get('/v1/modules/:module/dependencies', async (req, res) => {
    const { module } = await enter(req, modulePermissions.read);
    const [environment] = environmentsOf(req);
    res.json(await services.dependencies.tree(module.name, environment));
  });

  router.get('/v1/modules/:module/observations', async (req, res) => {
    const { module } = await enter(req, modulePermissions.read);
    const items = await Promise.all(
      environmentsOf(req).map(environment =>
        services.observations.observe(module.name, environment),
      ),
    );
    res.json({ items });
  });

  router.get('/v1/modules/:module/observations/stream', async (req, res) => {
    const { module, caller } = await enter(req, modulePermissions.read);
    const stream = openAllowedStream(res, () =>
      access.demand(caller, modulePermissions.read, module.name),
    );
    await services.observations.watch(module.name, {
      environments: environmentsOf(req),
      signal: stream.signal,
      emit: data => stream.send({ event: 'observation', data }),
    });
    stream.end();
  });

  router.get('/v1/modules/:module/drift', async (req, res) => {
    const { module } = await enter(req, modulePermissions.read);
    const environment = environments.get(String(req.query.environment));
    res.json({ items: await services.drifts.of(module.name, environment) });
  });

  router.get('/v1/modules/:module/alerts', async (req, res) => {
    const { module } = await enter(req, modulePermissions.read);
    const environment = environments.get(String(req.query.environment));
    res.json(await services.alerts.of(module.name, environment));
  });

  router.get('/v1/modules/:module/deployments', async (req, res) => {
    const { module } = await enter(req, modulePermissions.read);
    const environment =
      req.query.environment &&
      environments.get(String(req.query.environment)).name;
    const items = await services.deployments.list(module.name, {
      ...(environment ? { environment } : {}),
      limit: Number(req.query.limit ?? 20),
    });
    res.json({ items });
  });

  router.post('/v1/modules/:module/scale', async (req, res) => {
    const { replicas, ...request }: ScaleRequest = req.body;
    const { module, by } = await enter(req, modulePermissions.scale);
    const environment = environments.get(request.environment);
    const deployment = await access.audited(
      {
        eventId: 'module-scale',
        request: req,
        meta: { module: module.name, environment: environment.name, replicas },
      },
      () =>
        services.adjustments.scale(module.name, { environment, replicas, by }),
    );
    res.status(202).json(deployment);
  });

  router.post('/v1/modules/:module/restart', async (req, res) => {
    const { module, by } = await enter(req, modulePermissions.restart);
    const environment = environments.get(req.body.environment);
    const deployment = await access.audited(
      {
        eventId: 'module-restart',
        request: req,
        meta: { module: module.name, environment: environment.name },
      },
      () => services.adjustments.restart(module.name, { environment, by }),
    );
    res.status(202).json(deployment);
  });
}
