import {
  formatObjectRef,
  Leave,
  LEAVES,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** A leave that a plan was made with, or that would make it do more. */
export interface PlanLeave {
  leave: Leave;
  /** The plan was made with it. */
  given: boolean;
  /** What is done because of it, or would be: whole sentences, each once. */
  effects: string[];
}

/** Every leave that matters to a plan, in the order of {@link LEAVES}. */
export function leavesOf(plan: Plan): PlanLeave[] {
  return LEAVES.flatMap(leave => {
    const given = plan.leave?.includes(leave) ?? false;
    const effects = [
      ...refusalsBy(plan, leave),
      ...deletionsBy(plan, leave),
      ...takeoversBy(plan, leave),
      ...emptyingBy(plan, leave),
    ];
    if (effects.length > 0) return [{ leave, given, effects }];
    return given
      ? [{ leave, given, effects: ['This plan makes no use of it.'] }]
      : [];
  });
}

function refusalsBy(plan: Plan, leave: Leave): string[] {
  const all = plan.refusals.length;
  const cleared = plan.refusals.filter(one => one.leave === leave).length;
  if (cleared === 0) return [];
  if (all === 1) return ['It clears the refusal above.'];
  return [
    cleared === all
      ? `It clears all ${all} refusals above.`
      : `It clears ${cleared} of the ${all} refusals above.`,
  ];
}

function deletionsBy(plan: Plan, leave: Leave): string[] {
  return plan.changes
    .filter(change => change.leave === leave)
    .map(({ action, object }) =>
      action === 'delete'
        ? `${formatObjectRef(object)} is deleted.`
        : `${formatObjectRef(object)} would be deleted.`,
    );
}

function takeoversBy(plan: Plan, leave: Leave): string[] {
  const taken = plan.changes
    .flatMap(({ takesOver = [] }) => takesOver)
    .filter(field => field.leave === leave).length;
  if (taken === 0) return [];
  return [
    taken === 1
      ? '1 field is taken; it is named below.'
      : `${taken} fields are taken; they are named below.`,
  ];
}

/** What emptying deletes stands in the list of what goes; here is how much it is. */
function emptyingBy(plan: Plan, leave: Leave): string[] {
  if (leave !== 'emptying' || !plan.leave?.includes(leave)) return [];
  const going = plan.changes.filter(({ action }) => action === 'delete').length;
  if (going === 0) return [];
  return [going === 1 ? '1 object goes.' : `${going} objects go.`];
}
