import { Badge, Flex, Text } from '@backstage/ui';
import {
  ChangeAction,
  hooksOf,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { RiTimeLine } from '@remixicon/react';
import { Quiet } from '../../primitives/Quiet';
import { RelativeTime } from '../../primitives/RelativeTime';
import { StatusText } from '../../primitives/StatusText';
import { useNow } from '../../primitives/useNow';
import { partsOf } from './partsOf';
import { shortHash } from './shortHash';
import styles from './PlanView.module.css';

/** A plan that is older is said to be so, milliseconds. */
const OLD_MS = 15 * 60_000;

/** Which plan it is, how old, and how much it does. */
export function PlanSummary(props: { plan: Plan }) {
  const { plan } = props;
  const old = useNow() - Date.parse(plan.createdAt) > OLD_MS;
  return (
    <Flex direction="column" gap="2">
      <div className={styles.head}>
        <Text weight="bold" variant="body-large">
          {titleOf(plan)}
        </Text>
        <Quiet>
          in {plan.cluster}/{plan.namespace}
        </Quiet>
        <Quiet title={plan.hash}>
          plan <code className={styles.mono}>{shortHash(plan.hash)}</code>, made{' '}
          <RelativeTime at={plan.createdAt} />
        </Quiet>
      </div>
      {old && (
        <StatusText tone="warning" icon={<RiTimeLine aria-hidden />}>
          This plan is old. Before anything happens the portal looks again, and
          refuses it if anything has moved.
        </StatusText>
      )}
      <ul className={styles.counts} aria-label="What would happen">
        {countsOf(plan).map(words => (
          <li key={words}>
            <Badge>{words}</Badge>
          </li>
        ))}
      </ul>
    </Flex>
  );
}

/** From which version to which, or why that says nothing. */
function titleOf({ kind, replaces, version, release }: Plan): string {
  if (kind === 'delete') return `${version} is taken away`;
  if (!replaces) return `${version}, for the first time`;
  if (replaces.release === release)
    return `${version}, which runs there already`;
  return replaces.version === version
    ? `${version}, with other content than runs there`
    : `${replaces.version} → ${version}`;
}

const WORDS: Record<ChangeAction, string> = {
  create: 'to create',
  update: 'to update',
  unchanged: 'unchanged',
  delete: 'to delete',
  skip: 'left alone',
};

/** Objects by what happens to them, and how often a hook runs. */
function countsOf(plan: Plan): string[] {
  const { hooks, release, leftOver } = partsOf(plan.changes);
  const objects = [...release, ...leftOver];
  const { pre, post } = hooksOf(hooks, {
    upgrade: plan.replaces !== undefined,
  });
  const runs = pre.length + post.length;
  // That a deployment deletes nothing is worth saying; that a deletion makes nothing is not.
  const always = (action: ChangeAction) =>
    action !== 'skip' && plan.kind !== 'delete';
  return [
    ...(Object.keys(WORDS) as ChangeAction[]).flatMap(action => {
      const count = objects.filter(one => one.action === action).length;
      return count > 0 || always(action) ? [`${count} ${WORDS[action]}`] : [];
    }),
    ...(runs > 0
      ? [runs === 1 ? '1 hook to run' : `${runs} hooks to run`]
      : []),
  ];
}
