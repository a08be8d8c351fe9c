import {
  ApprovalState,
  modulePermissions,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Request, Router } from 'express';
import { permissionFor } from '../services/permissionFor';
import { Services } from '../services/Services';
import { openAllowedStream } from './allowedStream';

/** Routes of asking for approval, and of answering. */
export function approvalRoutes(router: Router, services: Services): void {
  const { access, approvals, catalog, deployments, plans } = services;

  const enter = async (
    req: Request,
    permission: (typeof modulePermissions)[keyof typeof modulePermissions],
  ) => {
    const caller = await access.caller(req);
    const stored = await plans.get(req.params.hash);
    await access.demand(caller, permission, stored.plan.module);
    return { caller, stored };
  };

  const about = (req: Request, eventId: string, module: string) => ({
    eventId,
    request: req,
    severityLevel: 'high' as const,
    meta: { module, plan: req.params.hash },
  });

  router.get('/v1/plans/:hash/approval', async (req, res) => {
    const { caller, stored } = await enter(req, modulePermissions.read);
    res.json(await approvals.get(stored, caller));
  });

  router.get('/v1/plans/:hash/approval/stream', async (req, res) => {
    const { caller, stored } = await enter(req, modulePermissions.read);
    await approvals.get(stored, caller);
    const stream = openAllowedStream(res, () =>
      access.demand(caller, modulePermissions.read, stored.plan.module),
    );
    const changes = approvals.follow(stored, { caller, signal: stream.signal });
    for await (const data of changes) {
      await stream.send({ event: 'approval', data });
    }
    stream.end();
  });

  router.post('/v1/plans/:hash/approval', async (req, res) => {
    const caller = await access.caller(req);
    const stored = await plans.get(req.params.hash);
    const { module } = stored.plan;
    const request = await access.audited(
      { ...about(req, 'approval-request', module), severityLevel: 'medium' },
      async () => {
        await access.demand(caller, permissionFor(stored.terms.kind), module);
        return approvals.ask(stored, { caller, comment: req.body.comment });
      },
    );
    res.json(request);
  });

  router.post('/v1/plans/:hash/approve', async (req, res) => {
    const caller = await access.caller(req);
    const stored = await plans.get(req.params.hash);
    const { module } = stored.plan;
    const request = await access.audited(
      about(req, 'plan-approve', module),
      async () => {
        await access.demand(caller, modulePermissions.approve, module);
        return approvals.approve(stored, {
          caller,
          comment: req.body.comment,
          demandCurrent: async () => {
            await deployments.demandCurrent(stored);
          },
        });
      },
    );
    res.json(request);
  });

  router.post('/v1/plans/:hash/reject', async (req, res) => {
    const caller = await access.caller(req);
    const stored = await plans.get(req.params.hash);
    const { module } = stored.plan;
    const request = await access.audited(
      about(req, 'plan-reject', module),
      async () => {
        await access.demand(caller, modulePermissions.approve, module);
        return approvals.reject(stored, { caller, reason: req.body.reason });
      },
    );
    res.json(request);
  });

  router.get('/v1/approvals', async (req, res) => {
    const caller = await access.caller(req);
    const { module, environment, state, limit } = req.query;
    const modules = module
      ? [(await catalog.get(String(module), caller)).name]
      : (await catalog.visible(caller)).map(({ name }) => name);
    const readable = await access.readable(
      caller,
      modulePermissions.read,
      modules,
    );
    const items = await approvals.list(
      {
        modules: [...readable],
        environment: environment
          ? services.environments.get(String(environment)).name
          : undefined,
        state: state ? (String(state) as ApprovalState) : undefined,
        limit: Number(limit ?? 50),
      },
      caller,
    );
    res.json({ items });
  });
}
