import {
  DeploymentKind,
  modulePermissions,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ResourcePermission } from '@backstage/plugin-permission-common';

/** What somebody must be allowed to in order to have a plan of this kind carried out, or cancelled. */
export function permissionFor(kind: DeploymentKind): ResourcePermission {
  return modulePermissions[kind];
}
