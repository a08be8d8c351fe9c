import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of catalog entities: policies written for the catalog work unchanged. */
const resourceType = 'catalog-entity';

const onModule = (name: string, action: 'read' | 'update' | 'delete') =>
  createPermission({
    name: `orchestr8.module.${name}`,
    attributes: { action },
    resourceType,
  });

/** What may be done with a module; each is asked for the module's catalog entity. @public */
export const modulePermissions = {
  read: onModule('read', 'read'),
  deploy: onModule('deploy', 'update'),
  promote: onModule('promote', 'update'),
  approve: onModule('approve', 'update'),
  rollback: onModule('rollback', 'update'),
  scale: onModule('scale', 'update'),
  restart: onModule('restart', 'update'),
  delete: onModule('delete', 'delete'),
  /** Leave for what plans do not do by themselves: emptying, taking fields over, deleting claims. */
  force: onModule('force', 'update'),
  logsRead: onModule('logs.read', 'read'),
};

/** Registering a module that the catalog does not know. @public */
export const moduleCreatePermission = createPermission({
  name: 'orchestr8.module.create',
  attributes: { action: 'create' },
});
