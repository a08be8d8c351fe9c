import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { isDefinition } from '../../adapters/definedKinds';
import { conditionOf } from '../../observe/health/HealthRule';
import { refOf } from '../Workload';
import { FailureCause } from './FailureCause';

/** Definitions of kinds that the API server will not serve. */
export const definitionCauses: readonly FailureCause[] = [
  {
    cause: 'names-taken',
    means:
      'A definition of a kind wants names that another definition of the same API group has.',
    sign: 'The condition `NamesAccepted` of a CustomResourceDefinition is false.',
    remedy: rename('GROUP'),
    // Whoever has the names may be on its way out.
    graceMs: 5_000,
    find: ({ object }) => {
      if (!isDefinition(object)) return undefined;
      const condition = conditionOf(object, 'NamesAccepted');
      if (condition?.status !== 'False') return undefined;
      const { name } = object.metadata;
      const why = condition.message ?? 'not all names are accepted';
      return {
        object: refOf(object),
        message: `The API server does not accept the names of the definition ${name}: ${why}`,
        evidence: [
          `CustomResourceDefinition ${name}: NamesAccepted is False: ${
            condition.reason ?? 'no reason'
          }: ${why}`,
          `It asks for ${namesOf(object)}`,
        ],
        remedy: rename(object.spec?.group ?? 'GROUP'),
      };
    },
  },
];

function rename(group: string): string {
  return `See with \`kubectl get crd | grep ${group}\` which definition has the name that the message names: use that one and take yours out of the chart, or give yours other \`spec.names\` (and a \`metadata.name\` that goes with the plural).`;
}

/** Every name that the definition asks for, with its field. */
function namesOf({ spec }: KubernetesObject): string {
  return Object.entries(spec?.names ?? {})
    .map(([field, value]) => `${field} ${[value].flat().join(' ')}`)
    .join(', ');
}
