import {
  decodeModuleFiles,
  moduleCreatePermission,
  modulePermissions,
  ReleaseUpload,
  RenderTemplateRequest,
  ValidateRequest,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Router } from 'express';
import { callerName } from '../services/Access';
import { Services } from '../services/Services';

/** Routes for those who write modules: uploads, validation, templates; and the path of environments. */
export function authoringRoutes(router: Router, services: Services): void {
  const { access, environments, templates, uploads, validation } = services;

  router.get('/v1/environments', async (req, res) => {
    await access.caller(req);
    res.json({ items: environments.items });
  });

  router.post('/v1/releases', async (req, res) => {
    const { files }: ReleaseUpload = req.body;
    const caller = await access.caller(req);
    const result = await access.audited(
      {
        eventId: 'release-upload',
        request: req,
        meta: { files: Object.keys(files).length },
      },
      () =>
        uploads.take(decodeModuleFiles(files), {
          by: callerName(caller),
          authorise: (module, known) =>
            known
              ? access.demand(caller, modulePermissions.deploy, module)
              : access.demandBasic(caller, moduleCreatePermission),
        }),
    );
    res.json(result);
  });

  router.post('/v1/validate', async (req, res) => {
    const { files, environment, render }: ValidateRequest = req.body;
    await access.caller(req);
    const problems = await validation.validate(decodeModuleFiles(files), {
      ...(environment
        ? { environment: environments.get(environment).name }
        : {}),
      render: render ?? false,
    });
    res.json({ problems });
  });

  router.get('/v1/templates', async (req, res) => {
    await access.caller(req);
    res.json({ items: await templates.list() });
  });

  router.post('/v1/templates/:template/render', async (req, res) => {
    const request: RenderTemplateRequest = req.body;
    await access.caller(req);
    res.json({ files: await templates.render(req.params.template, request) });
  });
}
