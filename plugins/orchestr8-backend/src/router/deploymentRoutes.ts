import { modulePermissions } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Request, Router } from 'express';
import { callerName } from '../services/Access';
import { permissionFor } from '../services/permissionFor';
import { Services } from '../services/Services';
import { openAllowedStream } from './allowedStream';

/** Routes of deployments. */
export function deploymentRoutes(router: Router, services: Services): void {
  const { access, deployments, plans } = services;

  const readable = async (req: Request) => {
    const caller = await access.caller(req);
    const deployment = await deployments.get(req.params.id);
    await access.demand(caller, modulePermissions.read, deployment.module);
    return { deployment, caller };
  };

  router.post('/v1/deployments', async (req, res) => {
    const caller = await access.caller(req);
    const stored = await plans.get(req.body.plan);
    const { plan, terms } = stored;
    const deployment = await access.audited(
      {
        eventId: `module-${terms.kind}`,
        request: req,
        severityLevel: services.environments.isLast(
          services.environments.get(plan.environment),
        )
          ? 'high'
          : 'medium',
        meta: {
          module: plan.module,
          version: plan.version,
          environment: plan.environment,
          plan: plan.hash,
        },
      },
      async () => {
        await access.demand(caller, permissionFor(terms.kind), plan.module);
        if (terms.leave?.length) {
          await access.demand(caller, modulePermissions.force, plan.module);
        }
        return deployments.deploy(stored, callerName(caller));
      },
    );
    res.status(202).json(deployment);
  });

  router.get('/v1/deployments/:id', async (req, res) => {
    const { deployment } = await readable(req);
    res.json(deployment);
  });

  router.get('/v1/deployments/:id/stream', async (req, res) => {
    const { deployment, caller } = await readable(req);
    // A reader whose connection broke comes back with the cursor in either form.
    const after = Number(req.query.after ?? req.header('last-event-id') ?? 0);
    const stream = openAllowedStream(res, () =>
      access.demand(caller, modulePermissions.read, deployment.module),
    );
    const events = deployments.follow(deployment, {
      after: Number.isFinite(after) ? after : 0,
      signal: stream.signal,
    });
    for await (const event of events) {
      await stream.send({
        event: 'deployment',
        id: event.sequence,
        data: event,
      });
    }
    stream.end();
  });

  router.post('/v1/deployments/:id/cancel', async (req, res) => {
    const { deployment, caller } = await readable(req);
    const { id, module, environment } = deployment;
    const cancelled = await access.audited(
      {
        eventId: 'deployment-cancel',
        request: req,
        meta: { module, environment, deployment: id },
      },
      async () => {
        await access.demand(caller, permissionFor(deployment.kind), module);
        return deployments.cancel(id, callerName(caller));
      },
    );
    res.json(cancelled);
  });
}
