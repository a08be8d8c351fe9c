import { useState } from 'react';
import { Checkbox } from '@backstage/ui';
import {
  describeLeave,
  Leave,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { RiKey2Line } from '@remixicon/react';
import { ExplainedButton } from '../../primitives/ExplainedButton';
import { StatusText } from '../../primitives/StatusText';
import { leavesOf, PlanLeave } from './leavesOf';
import { PlanSection } from './PlanSection';
import styles from './PlanLeaves.module.css';

/**
 * What the plan does only because somebody gave leave, and what it would do if
 * somebody did. Without `onGive` it can only be read.
 */
export function PlanLeaves(props: {
  plan: Plan;
  /** Why the reader may not give leave, as a sentence. */
  mayNot?: string;
  /** Makes the plan again with these leaves, and no others. */
  onGive?: (leave: Leave[]) => void;
}) {
  const { plan, mayNot, onGive } = props;
  const leaves = leavesOf(plan);
  const given = leaves.filter(one => one.given).map(({ leave }) => leave);
  const [wanted, setWanted] = useState(given);
  if (leaves.length === 0) return null;
  const moved =
    wanted.length !== given.length || wanted.some(one => !given.includes(one));
  const choose = (leave: Leave, chosen: boolean) =>
    setWanted(
      chosen ? [...wanted, leave] : wanted.filter(other => other !== leave),
    );
  return (
    <PlanSection
      title={given.length === leaves.length ? 'Done by leave' : 'Needs leave'}
      footer={
        onGive &&
        (moved || given.length < leaves.length) && (
          <ExplainedButton
            size="small"
            variant="secondary"
            whyNot={
              mayNot ??
              (moved ? undefined : 'Choose above what leave is given for.')
            }
            onPress={() => onGive([...wanted].sort())}
          >
            {given.length > 0 && wanted.length === 0
              ? 'Plan again without leave'
              : 'Plan again with this leave'}
          </ExplainedButton>
        )
      }
    >
      {leaves.map(one => (
        <li key={one.leave}>
          {onGive ? (
            <Checkbox
              isSelected={wanted.includes(one.leave)}
              isDisabled={Boolean(mayNot)}
              onChange={chosen => choose(one.leave, chosen)}
            >
              Give leave to {describeLeave(one.leave)}
            </Checkbox>
          ) : (
            <StatusText
              tone={one.given ? 'warning' : 'neutral'}
              icon={<RiKey2Line aria-hidden />}
            >
              {one.given ? 'Leave was given to ' : 'Leave could be given to '}
              {describeLeave(one.leave)}
            </StatusText>
          )}
          <Effects of={one} />
        </li>
      ))}
    </PlanSection>
  );
}

function Effects(props: { of: PlanLeave }) {
  return (
    <ul className={styles.effects}>
      {props.of.effects.map(effect => (
        <li key={effect}>{effect}</li>
      ))}
    </ul>
  );
}
