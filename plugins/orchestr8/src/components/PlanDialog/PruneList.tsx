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

/** What is there and not brought: what of it goes, and what stays all the same, with the reason. */
export function PruneList(props: {
  /** Why things go, as a title. */
  title: string;
  changes: Change[];
}) {
  const { title, changes } = props;
  const going = changes.filter(({ action }) => action === 'delete');
  const kept = changes.filter(({ action }) => action === 'skip');
  return (
    <>
      {going.length > 0 && (
        <PlanSection title={`${title} (${going.length})`}>
          {going.map(({ object }) => (
            <li key={objectKey(object)} className={styles.row}>
              <ChangeActionText action="delete" />
              <span className={styles.mono}>{formatObjectRef(object)}</span>
            </li>
          ))}
        </PlanSection>
      )}
      {kept.length > 0 && (
        <PlanSection title={`Keeps (${kept.length})`}>
          {kept.map(({ object, reason }) => (
            <li key={objectKey(object)}>
              <div className={styles.row}>
                <StatusText
                  tone="neutral"
                  icon={<RiShieldKeyholeLine aria-hidden />}
                >
                  Keep
                </StatusText>
                <span className={styles.mono}>{formatObjectRef(object)}</span>
              </div>
              {reason && (
                <div className={styles.detail}>
                  {reason.replace(/^kept: /, '')}
                </div>
              )}
            </li>
          ))}
        </PlanSection>
      )}
    </>
  );
}
