import { conditionOf } from '../../observe/health/HealthRule';
import { refOf } from '../Workload';
import { FailureCause } from './FailureCause';

const NOT_FETCHED =
  'Check the store and the key that it names in `spec.secrets`, and that the store may be read from this namespace.';
const NOT_UNSEALED =
  'Seal it anew for this cluster and namespace with `kubeseal`.';

/** What controllers of common custom resources cannot do. */
export const customCauses: readonly FailureCause[] = [
  {
    cause: 'secret-not-fetched',
    means: 'A Secret is not brought from where it is kept.',
    sign: 'The condition `Ready` of an ExternalSecret, or `Synced` of a SealedSecret, is false.',
    remedy: `${NOT_FETCHED} Or, of a SealedSecret: ${NOT_UNSEALED}`,
    graceMs: 20_000,
    find: ({ object }) => {
      if (!['ExternalSecret', 'SealedSecret'].includes(object.kind)) {
        return undefined;
      }
      const type = object.kind === 'SealedSecret' ? 'Synced' : 'Ready';
      const condition = conditionOf(object, type);
      if (condition?.status !== 'False') return undefined;
      const why = condition.message ?? condition.reason ?? `not ${type}`;
      return {
        object: refOf(object),
        message: `${object.kind} ${object.metadata.name} brings no Secret: ${why}`,
        evidence: [
          `${object.kind} ${object.metadata.name}: ${
            condition.reason ?? type
          }: ${why}`,
        ],
        remedy: object.kind === 'SealedSecret' ? NOT_UNSEALED : NOT_FETCHED,
      };
    },
  },
];
