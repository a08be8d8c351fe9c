import {
  Change,
  formatObjectRef,
  objectKey,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { RiShieldKeyholeLine } from '@remixicon/react';
import { StatusText } from '../../primitives/StatusText';
import { ChangeActionText } from './ChangeActionText';
import { PlanSection } from './PlanSection';
import styles from './PlanView.module.css';

/** What the release does not bring any more: what of it goes, and what never does, with the reason. */
export function PruneList(props: { title: string; changes: Change[] }) {
  const going = props.changes.filter(({ action }) => action === 'delete');
  const kept = props.changes.filter(({ action }) => action === 'skip');
  return (
    <>
      {going.length > 0 && (
        <PlanSection title={`${props.title} (${going.length})`}>
          {going.map(change => (
            <Row key={objectKey(change.object)} change={change} />
          ))}
        </PlanSection>
      )}
      {kept.length > 0 && (
        <PlanSection title={`Kept (${kept.length})`}>
          {kept.map(change => (
            <Row key={objectKey(change.object)} change={change} />
          ))}
        </PlanSection>
      )}
    </>
  );
}

function Row(props: { change: Change }) {
  const { action, object, reason } = props.change;
  return (
    <li>
      <div className={styles.row}>
        {action === 'delete' ? (
          <ChangeActionText action={action} />
        ) : (
          <StatusText tone="neutral" icon={<RiShieldKeyholeLine aria-hidden />}>
            Keep
          </StatusText>
        )}
        <span className={styles.mono}>{formatObjectRef(object)}</span>
      </div>
      {reason && (
        <div className={styles.detail}>{reason.replace(/^kept: /, '')}</div>
      )}
    </li>
  );
}
