import {
  Change,
  KubernetesObject,
  Leave,
  Manifest,
  ObjectRef,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { decideAction, ObjectState } from './decideAction';
import { diffObjects } from './diffObjects';
import { leftOverState } from './leftOverState';

/** One object of the release and what the cluster says of it. */
export interface WantedObject {
  manifest: Manifest;
  live?: KubernetesObject;
  /** What it would become, by the cluster's own dry run; absent: what is written. */
  after?: KubernetesObject;
  /** Rule of the policy gate that keeps it from being looked at. */
  refusedBy?: string;
  /** Field managers that a change would take fields from. */
  takesOver?: { manager: string; field: string }[];
}

/** One object of the inventory that the release does not contain any more. */
export interface LeftOverObject {
  ref: ObjectRef;
  live?: KubernetesObject;
}

/** What a plan does, object by object: first the release in its order, then what goes. */
export function changesOf(
  wanted: readonly WantedObject[],
  leftOvers: readonly LeftOverObject[],
  options: { module: string },
): Change[] {
  return [
    ...wanted.flatMap(changeOfWanted),
    ...leftOvers.flatMap(({ ref, live }): Change[] => {
      const decision = decideAction({
        type: 'left-over',
        live: leftOverState(live, options.module),
      });
      return decision
        ? [{ ...decision, object: ref, source: 'inventory', fields: [] }]
        : [];
    }),
  ];
}

/** What a module's going changes, in the order of its inventory. */
export function deletionsOf(
  objects: readonly LeftOverObject[],
  options: { module: string; leave: readonly Leave[] },
): Change[] {
  return objects.flatMap(({ ref, live }): Change[] => {
    const decision = decideAction({
      type: 'leaving',
      live: leftOverState(live, options.module, options.leave),
    });
    return decision
      ? [{ ...decision, object: ref, source: 'inventory', fields: [] }]
      : [];
  });
}

function changeOfWanted(wanted: WantedObject): Change[] {
  const { manifest, live, after, takesOver } = wanted;
  const fields = diffObjects(live, after ?? manifest.object);
  const decision = decideAction(stateOf(wanted, fields.length > 0));
  if (!decision) {
    return [];
  }
  return [
    {
      action: decision.action,
      object: objectRef(manifest.object),
      source: manifest.source,
      fields: decision.action === 'skip' ? [] : fields,
      ...(decision.reason ? { reason: decision.reason } : {}),
      ...(takesOver ? { takesOver } : {}),
    },
  ];
}

function stateOf(
  { manifest, live, refusedBy }: WantedObject,
  differs: boolean,
): ObjectState {
  if (refusedBy) {
    return { type: 'refused', rule: refusedBy };
  }
  if (manifest.hook) {
    return { type: 'hook', events: manifest.hook.events };
  }
  if (!live) {
    return { type: 'wanted', live: 'absent' };
  }
  return { type: 'wanted', live: differs ? 'different' : 'same' };
}
