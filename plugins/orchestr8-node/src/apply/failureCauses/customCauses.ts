import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { isOfAnotherSource } from '../../observe/health/customHealth';
import { Condition, conditionOf } from '../../observe/health/HealthRule';
import { refOf } from '../Workload';
import { FailureCause } from './FailureCause';
import { oneOf } from './signs';

const NOT_FETCHED =
  'Check the store and the key that it names in `spec.secrets`, and that the store may be read from this namespace.';
const NOT_UNSEALED =
  'Seal it anew for this cluster and namespace with `kubeseal`.';

const NOT_DELIVERED =
  'Mend what Argo CD says, in the repository, the AppProject or the chart; then deploy again. `argocd app get` shows more.';
/** Conditions by which Argo CD says that it cannot go on. */
const ARGO_ERRORS = ['ComparisonError', 'InvalidSpecError', 'SyncError'];

/** Why Argo CD cannot deliver what is asked for now, in its own words. */
function argoError(object: KubernetesObject): string | undefined {
  const { status } = object;
  const { conditions = [], operationState } = status ?? {};
  const condition = (conditions as Partial<Condition>[]).find(({ type }) =>
    ARGO_ERRORS.includes(type ?? ''),
  );
  if (condition) return `${condition.type}: ${condition.message}`;
  const isOfNow =
    status?.sync?.comparedTo !== undefined && !isOfAnotherSource(object);
  return isOfNow && ['Failed', 'Error'].includes(operationState?.phase)
    ? `${operationState.phase}: ${operationState.message}`
    : undefined;
}

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
  {
    cause: 'delivery-failed',
    means: 'Argo CD cannot deliver what the Application asks for.',
    sign: `A condition of the Application is ${oneOf(
      ARGO_ERRORS,
    )}, or its last operation for what is asked now ended \`Failed\` or \`Error\`.`,
    remedy: NOT_DELIVERED,
    graceMs: 20_000,
    find: ({ object }) => {
      const isArgo = object.apiVersion.startsWith('argoproj.io/');
      if (!isArgo || object.kind !== 'Application') return undefined;
      const why = argoError(object);
      return why === undefined
        ? undefined
        : {
            object: refOf(object),
            message: `Argo CD cannot deliver ${object.metadata.name}: ${why}`,
            evidence: [`Application ${object.metadata.name}: ${why}`],
            remedy: NOT_DELIVERED,
          };
    },
  },
];
