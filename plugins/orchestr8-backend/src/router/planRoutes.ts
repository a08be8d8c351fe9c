import {
  DeletionRequest,
  Leave,
  modulePermissions,
  Plan,
  PlanRequest,
  RollbackRequest,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Request, Router } from 'express';
import { Caller, callerName } from '../services/Access';
import { CatalogModule } from '../services/CatalogModules';
import { Services } from '../services/Services';
import { StoredPlan } from '../store/DatabasePlans';

/** Routes of plans: nothing is changed by any of them. */
export function planRoutes(router: Router, services: Services): void {
  const { access, catalog, environments, plans, releases, rollbacks } =
    services;

  /** Has a plan made, as an event of the audit. */
  const planned = async (
    req: Request,
    act: { eventId: string; environment: string; leave?: Leave[] },
    make: (about: {
      module: CatalogModule;
      caller: Caller;
      by: string;
    }) => Promise<StoredPlan>,
  ): Promise<Plan> => {
    const caller = await access.caller(req);
    const module = await catalog.get(req.params.module, caller);
    const { eventId, environment, leave } = act;
    return access.audited(
      {
        eventId,
        request: req,
        severityLevel: 'low',
        changesNothing: true,
        meta: { module: module.name, environment, leave: leave?.join(', ') },
      },
      async () => {
        await access.demand(caller, modulePermissions.read, module.name);
        if (leave?.length) {
          await access.demand(caller, modulePermissions.force, module.name);
        }
        return (await make({ module, caller, by: callerName(caller) })).plan;
      },
    );
  };

  const given = (leave: Leave[] | undefined) =>
    leave?.length ? { leave } : {};

  router.post('/v1/modules/:module/plans', async (req, res) => {
    const { environment: name, from, release, leave }: PlanRequest = req.body;
    const environment = environments.get(name);
    const promotedFrom = from && environments.get(from).name;
    const plan = await planned(
      req,
      { eventId: 'plan-make', environment: environment.name, leave },
      async ({ module, by }) => {
        const released = await plans.releaseFor(
          module.name,
          { release, from: promotedFrom },
          () => releases.fromSource(module, by),
        );
        const terms = promotedFrom
          ? { kind: 'promote' as const, promotedFrom, ...given(leave) }
          : { kind: 'deploy' as const, ...given(leave) };
        const { dependents } = module;
        return plans.make(released, { environment, terms, by, dependents });
      },
    );
    res.json(plan);
  });

  router.post('/v1/modules/:module/rollback', async (req, res) => {
    const { environment: name, ...wanted }: RollbackRequest = req.body;
    const environment = environments.get(name);
    const plan = await planned(
      req,
      {
        eventId: 'rollback-plan',
        environment: environment.name,
        leave: wanted.leave,
      },
      ({ module, by }) =>
        rollbacks.plan(module.name, { ...wanted, environment, by }),
    );
    res.json(plan);
  });

  router.post('/v1/modules/:module/delete', async (req, res) => {
    const { environment: name, leave }: DeletionRequest = req.body;
    const environment = environments.get(name);
    const plan = await planned(
      req,
      { eventId: 'deletion-plan', environment: environment.name, leave },
      ({ module, by }) =>
        plans.makeDeletion(module.name, {
          environment,
          terms: { kind: 'delete', ...given(leave) },
          by,
        }),
    );
    res.json(plan);
  });

  router.get('/v1/modules/:module/releases', async (req, res) => {
    const caller = await access.caller(req);
    const module = await catalog.get(req.params.module, caller);
    await access.demand(caller, modulePermissions.read, module.name);
    const environment = environments.get(String(req.query.environment));
    res.json({ items: await rollbacks.kept(module.name, environment) });
  });

  router.get('/v1/plans/:hash', async (req, res) => {
    const caller = await access.caller(req);
    const { plan } = await plans.get(req.params.hash);
    await access.demand(caller, modulePermissions.read, plan.module);
    res.json(await plans.show(req.params.hash));
  });
}
