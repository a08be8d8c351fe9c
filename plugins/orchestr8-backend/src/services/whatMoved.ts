import {
  Change,
  formatObjectRef,
  objectKey,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/**
 * What is otherwise than the plan that was shown, in sentences; empty when the
 * same plan would be made now.
 */
export function whatMoved(shown: Plan, now: Plan): string[] {
  if (shown.hash === now.hash) {
    return [];
  }
  const moved: string[] = [];
  if (shown.replaces?.release !== now.replaces?.release) {
    moved.push(
      `Now ${version(
        now,
      )} is recorded as deployed; the plan was made for ${version(shown)}.`,
    );
  }
  const before = byKey(shown.changes);
  const after = byKey(now.changes);
  for (const [key, change] of after) {
    const was = before.get(key);
    if (!was) {
      moved.push(
        `${formatObjectRef(change.object)} was not in the plan; now: ${
          change.action
        }.`,
      );
    } else if (was.action !== change.action) {
      moved.push(
        `${formatObjectRef(change.object)}: the plan says ${was.action}; now: ${
          change.action
        }.`,
      );
    } else if (fields(was) !== fields(change)) {
      moved.push(
        `${formatObjectRef(change.object)} has other differences now.`,
      );
    } else if (taken(was) !== taken(change)) {
      moved.push(
        `${formatObjectRef(change.object)} would now take over ${
          taken(change) || 'nothing'
        }.`,
      );
    }
  }
  for (const [key, change] of before) {
    if (!after.has(key)) {
      moved.push(`${formatObjectRef(change.object)} is not affected any more.`);
    }
  }
  return moved.length > 0 ? moved : judgedBy(shown, now);
}

/** What else is hashed: what the plan was judged by. */
function judgedBy(shown: Plan, now: Plan): string[] {
  const parts = [
    ['dependencies', 'What is known of its dependencies'],
    ['findings', 'What policy says of it'],
    ['problems', 'What is wrong with the module in this environment'],
    ['clusterIdentity', 'The cluster behind the name'],
  ] as const;
  const changed = parts.filter(
    ([part]) => JSON.stringify(shown[part]) !== JSON.stringify(now[part]),
  );
  return changed.length > 0
    ? changed.map(([, words]) => `${words} has changed.`)
    : ['What would be applied is not the same.'];
}

function byKey(changes: Change[]): Map<string, Change> {
  return new Map(changes.map(change => [objectKey(change.object), change]));
}

function fields(change: Change): string {
  return JSON.stringify(
    [...change.fields].sort((a, b) => (a.path < b.path ? -1 : 1)),
  );
}

function taken({ takesOver = [] }: Change): string {
  return takesOver
    .map(({ field, manager }) => `${field} of ${manager}`)
    .join(', ');
}

function version(plan: Plan): string {
  return plan.replaces ? `version ${plan.replaces.version}` : 'nothing';
}
