import {
  FieldTakenOver,
  formatObjectRef,
  KubernetesObject,
  objectRef,
  Refusal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterWriter } from '../adapters/Cluster';
import { ClusterError } from '../adapters/ClusterError';
import { isHandTool } from '../plan/isHandTool';

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
 * over, and said; a conflict with a controller is a refusal unless forced.
 *
 * @throws ClusterError when the cluster cannot be asked.
 */
export async function dryRun(
  cluster: Pick<ClusterWriter, 'apply'>,
  object: KubernetesObject,
  options: { force?: boolean } = {},
): Promise<DryRun> {
  try {
    const { object: after, warnings } = await cluster.apply(object, {
      dryRun: true,
    });
    return { after, warnings: warnings.map(text => about(object, text)) };
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    switch (error.reason) {
      case 'conflict':
        return takeOver(cluster, object, { conflict: error, ...options });
      case 'invalid':
      case 'forbidden':
      case 'quota':
      case 'not-found':
        return { warnings: [], refusal: refusalOf(object, error) };
      default:
        throw error;
    }
  }
}

async function takeOver(
  cluster: Pick<ClusterWriter, 'apply'>,
  object: KubernetesObject,
  { conflict, force }: { conflict: ClusterError; force?: boolean },
): Promise<DryRun> {
  const conflicts = conflict.conflicts ?? [];
  const byHand = conflicts.every(({ manager }) => isHandTool(manager));
  if (conflicts.length === 0) {
    return { warnings: [], refusal: refusalOf(object, conflict) };
  }
  if (!byHand && !force) {
    return { warnings: [], refusal: refusalOfConflicts(object, conflicts) };
  }
  const { object: after, warnings } = await cluster.apply(object, {
    dryRun: true,
    force: true,
  });
  return {
    after,
    takesOver: conflicts.map(({ manager, field }) => ({
      manager,
      field,
      ...(isHandTool(manager) ? {} : { leave: 'conflicts' as const }),
    })),
    warnings: warnings.map(text => about(object, text)),
  };
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
  const hint = /field is immutable/.test(error.message)
    ? ' The field cannot change once the object is there: give the object a name of its own for each version, or delete it first.'
    : '';
  return {
    kind: 'invalid',
    message: `The cluster would not take ${formatObjectRef(
      objectRef(object),
    )}: ${error.message}${hint}`,
  };
}

function about(object: KubernetesObject, text: string): string {
  return `${formatObjectRef(objectRef(object))}: ${text}`;
}
