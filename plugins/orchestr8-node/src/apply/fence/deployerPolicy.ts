import {
  KubernetesObject,
  MODULE_LABEL,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { DEPLOYER } from '../../adapters/kubernetes/impersonation';
import { admissionPolicy } from './admissionPolicy';
import { DeployerAccount } from './deployerRights';

const NAME = 'orchestr8-deployer';
/** Whether an object of CEL bears the label that says whose it is. */
const isOfModule = (object: string) =>
  `(has(${object}.metadata.labels) && '${MODULE_LABEL}' in ${object}.metadata.labels)`;
const labelOf = (object: string) =>
  `${object}.metadata.labels['${MODULE_LABEL}']`;

/** A trial stores nothing; the portal's own namespace is closed to every deployer by its fence. */
const conditionsFor = ({ namespace }: DeployerAccount) => [
  {
    name: 'of-the-deployer',
    expression: `request.userInfo.username == '${DEPLOYER}'`,
  },
  {
    name: 'no-trial',
    expression: '!(has(request.dryRun) && request.dryRun)',
  },
  {
    name: 'not-where-the-fence-is-proved',
    expression: `request.namespace != '${namespace}'`,
  },
];

/**
 * RBAC cannot bind rights to the namespaces of modules, which come and go. So
 * the cluster itself refuses what the deployer would write anywhere else:
 *
 * - `orchestr8-deployer`: inside of namespaces that bear no module's label
 * - `orchestr8-deployer-namespace`: Namespaces without it, and the label itself
 */
export function deployerPolicy(account: DeployerAccount): KubernetesObject[] {
  const matchConditions = conditionsFor(account);
  return [
    ...admissionPolicy(NAME, {
      matchConstraints: {
        ...constraints('Namespaced', {
          apiGroups: ['*'],
          apiVersions: ['*'],
          resources: ['*'],
        }),
        // By the selector, for then a module's own writes cost the API server nothing here.
        namespaceSelector: {
          matchExpressions: [{ key: MODULE_LABEL, operator: 'DoesNotExist' }],
        },
      },
      matchConditions,
      validations: [
        {
          expression: 'false',
          message: 'the deployer writes in namespaces of modules only',
          reason: 'Forbidden',
        },
      ],
    }),
    ...admissionPolicy(`${NAME}-namespace`, {
      matchConstraints: constraints('Cluster', {
        apiGroups: [''],
        apiVersions: ['v1'],
        resources: ['namespaces'],
      }),
      matchConditions,
      validations: [
        {
          expression: `oldObject == null ? ${isOfModule(
            'object',
          )} : ${isOfModule('oldObject')}`,
          message: 'the deployer touches namespaces of modules only',
          reason: 'Forbidden',
        },
        {
          expression: `oldObject == null || object == null || !${isOfModule(
            'oldObject',
          )} || (${isOfModule('object')} && ${labelOf('object')} == ${labelOf(
            'oldObject',
          )})`,
          message: 'the deployer gives no namespace to another module',
          reason: 'Forbidden',
        },
      ],
    }),
  ];
}

function constraints(scope: string, what: object): object {
  const operations = ['CREATE', 'UPDATE', 'DELETE'];
  return { resourceRules: [{ ...what, scope, operations }] };
}
