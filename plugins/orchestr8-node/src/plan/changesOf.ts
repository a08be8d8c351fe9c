import {
  Change,
  FieldTakenOver,
  hooksOf,
  KubernetesObject,
  Leave,
  Manifest,
  ObjectRef,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { decideAction, ObjectState } from './decideAction';
import { diffObjects } from './diffObjects';
import { seenOf } from './seenOf';
import { leaveToDelete, leftOverState } from './leftOverState';
import { withoutAllocated } from './withoutAllocated';
import { secretsIn } from '../secrets/secretsIn';

/** One object of the release and what the cluster says of it. */
export interface WantedObject {
  manifest: Manifest;
  live?: KubernetesObject;
  /** What it would become, by the cluster's own dry run; absent: what is written. */
  after?: KubernetesObject;
  /** What is known of its change already. */
  known?: Change;
  /** Rule of the policy gate that keeps it from being looked at. */
  refusedBy?: string;
  /** Why it is left as it is: it is somebody else's. */
  foreign?: string;
  /** Field managers that a change would take fields from. */
  takesOver?: FieldTakenOver[];
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
  options: {
    module: string;
    /** Something runs there already: hooks of an upgrade run, not those of an installation. */
    upgrade: boolean;
  },
): Change[] {
  const known = secretsIn(
    wanted.flatMap(({ manifest, live }) => [manifest.object, live]),
  );
  return [
    ...wanted.flatMap(one => changeOfWanted(one, { ...options, known })),
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
    const state = leftOverState(live, options.module, options.leave);
    const decision = decideAction({ type: 'leaving', live: state });
    if (!decision) return [];
    const leave = leaveToDelete(ref.kind);
    const takesLeave = leave && (state === 'ours' || state === 'durable');
    return [
      {
        ...decision,
        object: ref,
        source: 'inventory',
        fields: [],
        ...(takesLeave ? { leave } : {}),
      },
    ];
  });
}

function changeOfWanted(
  wanted: WantedObject,
  options: { upgrade: boolean; known: ReadonlySet<string> },
): Change[] {
  const { manifest, live, after, known, takesOver } = wanted;
  if (known) return [known];
  const becomes = after ?? manifest.object;
  const differing = diffObjects(
    live,
    live ? becomes : withoutAllocated(becomes, manifest.object),
    options,
  );
  // What could not be tried says nothing of the fields that it leaves to the server.
  const fields =
    live && !after
      ? differing.filter(field => field.after !== undefined)
      : differing;
  const decision = decideAction(
    stateOf(wanted, { ...options, differs: fields.length > 0 }),
  );
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
      ...(manifest.hook ? { hook: manifest.hook } : {}),
      ...(takesOver ? { takesOver } : {}),
      ...(live && decision.action === 'update' ? { seen: seenOf(live) } : {}),
    },
  ];
}

function stateOf(
  { manifest, live, refusedBy, foreign }: WantedObject,
  { differs, upgrade }: { differs: boolean; upgrade: boolean },
): ObjectState {
  if (refusedBy) {
    return { type: 'refused', rule: refusedBy };
  }
  if (foreign) {
    return { type: 'foreign', reason: foreign };
  }
  if (manifest.hook) {
    const { never } = hooksOf([manifest], { upgrade });
    return {
      type: 'hook',
      events: manifest.hook.events,
      runs: never.length === 0,
    };
  }
  if (!live) {
    return { type: 'wanted', live: 'absent' };
  }
  return { type: 'wanted', live: differs ? 'different' : 'same' };
}
