import {
  FieldTakenOver,
  formatObjectRef,
  KubernetesObject,
  Manifest,
  objectRef,
  Refusal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterWriter } from '../adapters/Cluster';
import { ClusterError } from '../adapters/ClusterError';
import { DEPLOYER } from '../adapters/kubernetes/impersonation';
import { grantOf, missingRight } from '../apply/failureCauses/missingRight';
import { isHandTool } from '../plan/isHandTool';
import { waitsForRelease } from './waitsForRelease';

/** What the cluster says of an object without storing it. */
export interface DryRun {
  after?: KubernetesObject;
  warnings: string[];
  /** Why the cluster would not take it. */
  refusal?: Refusal;
  takesOver?: FieldTakenOver[];
}

/**
 * Applies an object on trial. Fields that somebody changed by hand are taken
 * over, and said; a conflict with a controller is a refusal unless forced. What
 * only waits for something else of its `release` cannot be tried, and is no refusal.
 *
 * @throws ClusterError when the cluster cannot be asked.
 */
export async function dryRun(
  cluster: Pick<ClusterWriter, 'apply'>,
  object: KubernetesObject,
  options: { force?: boolean; release?: readonly Manifest[] } = {},
): Promise<DryRun> {
  const { force, release = [] } = options;
  const { conflicts, ...plain } = await tried(cluster, object, { release });
  if (!conflicts) return plain;
  const byHand = conflicts.every(({ manager }) => isHandTool(manager));
  if (!byHand && !force) {
    return { warnings: [], refusal: refusalOfConflicts(object, conflicts) };
  }
  const { conflicts: _, ...forced } = await tried(cluster, object, {
    release,
    force: true,
  });
  return {
    ...forced,
    takesOver: conflicts.map(({ manager, field }) => ({
      manager,
      field,
      ...(isHandTool(manager) ? {} : { leave: 'conflicts' as const }),
    })),
  };
}

/** One trial; fields that are somebody else's are told apart from all other refusals. */
async function tried(
  cluster: Pick<ClusterWriter, 'apply'>,
  object: KubernetesObject,
  options: { force?: boolean; release: readonly Manifest[] },
): Promise<DryRun & Pick<ClusterError, 'conflicts'>> {
  try {
    const { object: after, warnings } = await cluster.apply(object, {
      dryRun: true,
      force: options.force,
    });
    return { after, warnings: warnings.map(text => about(object, text)) };
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    if (waitsForRelease(object, error, options.release)) {
      return { warnings: [] };
    }
    switch (error.reason) {
      case 'conflict':
      case 'invalid':
      case 'forbidden':
      case 'quota':
      case 'not-found':
        return error.conflicts?.length
          ? { warnings: [], conflicts: error.conflicts }
          : { warnings: [], refusal: refusalOf(object, error) };
      default:
        throw error;
    }
  }
}

function refusalOfConflicts(
  object: KubernetesObject,
  conflicts: readonly FieldTakenOver[],
): Refusal {
  const theirs = conflicts
    .filter(({ manager }) => !isHandTool(manager))
    .map(({ manager, field }) => `${field} is managed by ${manager}`);
  return {
    kind: 'policy',
    message: about(
      object,
      `${theirs.join(
        ', ',
      )}. Leave it out of the release so that it stays so, or give leave for "conflicts" to take it over.`,
    ),
    leave: 'conflicts',
  };
}

function refusalOf(object: KubernetesObject, error: ClusterError): Refusal {
  return {
    kind: 'invalid',
    message: `The cluster would not take ${formatObjectRef(
      objectRef(object),
    )}: ${[error.message, wayOut(error)].filter(Boolean).join('. ')}`,
  };
}

function wayOut({ reason, message }: ClusterError): string | undefined {
  if (/field is immutable/.test(message)) {
    return 'The field cannot change once the object is there: give the object a name of its own for each version, or delete it first.';
  }
  const right = reason === 'forbidden' ? missingRight(message) : undefined;
  if (!right) return undefined;
  const { user, resource, group } = right;
  const ofDeployer =
    user === DEPLOYER && group
      ? ` Or, for all that modules do with them: \`o8 cluster prepare --also ${resource}.${group}\`.`
      : '';
  return `${grantOf(right)}${ofDeployer}`;
}

function about(object: KubernetesObject, text: string): string {
  return `${formatObjectRef(objectRef(object))}: ${text}`;
}
