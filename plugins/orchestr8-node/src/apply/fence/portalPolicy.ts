import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { admissionPolicy } from './admissionPolicy';
import { DeployerAccount } from './deployerRights';
import { FENCE_NAME, FENCE_VERSION, FENCE_VERSION_LABEL } from './fenceObjects';

/** Of ConfigMaps the portal's own account makes only fences: RBAC cannot bind `create` to a name. */
export function portalPolicy(account: DeployerAccount): KubernetesObject[] {
  return admissionPolicy(
    `${FENCE_NAME}-portal`,
    {
      matchConstraints: {
        resourceRules: [
          {
            apiGroups: [''],
            apiVersions: ['v1'],
            resources: ['configmaps'],
            operations: ['CREATE'],
            scope: 'Namespaced',
          },
        ],
      },
      matchConditions: [
        {
          name: 'of-the-portal',
          expression: `request.userInfo.username == 'system:serviceaccount:${account.namespace}:${account.name}'`,
        },
      ],
      validations: [
        {
          expression: `object.metadata.name == '${FENCE_NAME}'`,
          message: 'the portal’s own account makes no ConfigMap but the fence',
          reason: 'Forbidden',
        },
      ],
    },
    { labels: { [FENCE_VERSION_LABEL]: FENCE_VERSION } },
  );
}
