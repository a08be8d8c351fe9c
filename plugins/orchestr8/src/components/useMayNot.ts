import { usePermission } from '@backstage/plugin-permission-react';
import { modulePermissions } from '@orchestr8/backstage-plugin-orchestr8-common';

/** An action on a module that a permission guards. */
export type ModuleAction = keyof typeof modulePermissions;

/**
 * Why the signed-in person may not do something with a module, in words;
 * `undefined` when they may. For display only: the portal checks again.
 */
export function useMayNot(
  action: ModuleAction,
  entityRef: string,
): string | undefined {
  const permission = modulePermissions[action];
  const { allowed, loading } = usePermission({
    permission,
    resourceRef: entityRef,
  });
  if (allowed) return undefined;
  return loading
    ? 'Checking what you may do…'
    : `You need the permission ${permission.name} for this module.`;
}
