import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { DEPLOYER, EPOCH_KEY } from '../../adapters/kubernetes/impersonation';
import { admissionPolicy } from './admissionPolicy';
import {
  EPOCH_ANNOTATION,
  FENCE_NAME,
  FENCE_VERSION,
  FENCE_VERSION_LABEL,
} from './fenceObjects';

/** Epoch of a request, as the policies read it. */
const EXTRA = `request.userInfo.extra['${EPOCH_KEY}']`;
const HAS_EXTRA = `has(request.userInfo.extra) && '${EPOCH_KEY}' in request.userInfo.extra`;
const EPOCH = `(${HAS_EXTRA} && ${EXTRA}[0].matches('^[0-9]{1,18}$') ? int(${EXTRA}[0]) : -1)`;

/** Who is fenced: the deployer, and whoever else presents an epoch. A plan's trial stores nothing and goes free. */
const FENCED = [
  {
    name: 'of-the-deployer',
    expression: `request.userInfo.username == '${DEPLOYER}' || (${HAS_EXTRA})`,
  },
  {
    name: 'no-trial-of-a-plan',
    expression: `!(has(request.dryRun) && request.dryRun && ${HAS_EXTRA} && ${EXTRA}[0] == 'plan')`,
  },
];

/** Whether a request in a namespace is of a run before the one that the namespace belongs to. */
const STALE = `${EPOCH} < int(params.data.epoch)`;
const OWN_FENCE = `(request.resource.resource == 'configmaps' && request.name == '${FENCE_NAME}')`;

/**
 * The policies that make a cluster refuse what a run writes or deletes after
 * a newer run of the same target has begun:
 *
 * - `orchestr8-fence`: in namespaces, by the ConfigMap of that name in each;
 *   the epoch comes as an extra field of the impersonated user, so that
 *   deletes, which carry no object, are fenced too
 * - `orchestr8-fence-namespace`: the Namespaces themselves, by their annotation
 * - `orchestr8-fence-rises`: nobody at all lowers an epoch
 */
export function fencePolicies(): KubernetesObject[] {
  return [
    ...policy(
      FENCE_NAME,
      {
        paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
        matchConstraints: constraints(
          { apiGroups: ['*'], apiVersions: ['*'], resources: ['*'] },
          { scope: 'Namespaced', operations: ['CREATE', 'UPDATE', 'DELETE'] },
        ),
        ...refusal(`${STALE} || ${OWN_FENCE}`, {
          messageExpression: `${STALE} ? 'stale epoch ' + string(${EPOCH}) + ': the namespace belongs to epoch ' + params.data.epoch : 'the deployer may not move its own fence'`,
        }),
      },
      // Without a namespace: each request is held against the ConfigMap of its own.
      // Not `Deny`: that comes before the conditions, and would shut everybody
      // out of every namespace that has no fence.
      { paramRef: { name: FENCE_NAME, parameterNotFoundAction: 'Allow' } },
    ),
    ...policy(`${FENCE_NAME}-namespace`, {
      matchConstraints: constraints(
        { apiGroups: [''], apiVersions: ['v1'], resources: ['namespaces'] },
        { scope: 'Cluster', operations: ['UPDATE', 'DELETE'] },
      ),
      ...refusal(
        `has(oldObject.metadata.annotations) && '${EPOCH_ANNOTATION}' in oldObject.metadata.annotations && ${EPOCH} < int(oldObject.metadata.annotations['${EPOCH_ANNOTATION}'])`,
        { message: 'stale epoch: a newer run has written this namespace' },
      ),
    }),
    ...policy(`${FENCE_NAME}-rises`, {
      matchConstraints: constraints(
        { apiGroups: [''], apiVersions: ['v1'], resources: ['configmaps'] },
        {
          scope: 'Namespaced',
          operations: ['UPDATE'],
          resourceNames: [FENCE_NAME],
        },
      ),
      validations: [
        {
          expression: 'int(object.data.epoch) >= int(oldObject.data.epoch)',
          message: 'stale epoch: the epoch of a namespace only rises',
          reason: 'Forbidden',
        },
      ],
    }),
  ];
}

function constraints(
  what: object,
  how: { scope: string; operations: string[]; resourceNames?: string[] },
): object {
  return { resourceRules: [{ ...what, ...how }] };
}

/**
 * Refuses what is fenced and is as said. All of it is a condition: a write in
 * order is then looked at once, where a validation that holds is evaluated three
 * times more, for itself, its message and its annotations, with the objects
 * converted each time.
 */
function refusal(
  wrong: string,
  message: { message: string } | { messageExpression: string },
): object {
  return {
    matchConditions: [...FENCED, { name: 'out-of-order', expression: wrong }],
    validations: [{ expression: 'false', ...message, reason: 'Forbidden' }],
  };
}

/** A policy of the fence's present version. */
function policy(
  name: string,
  spec: object,
  binding: object = {},
): KubernetesObject[] {
  const labels = { [FENCE_VERSION_LABEL]: FENCE_VERSION };
  return admissionPolicy(name, spec, { binding, labels });
}
