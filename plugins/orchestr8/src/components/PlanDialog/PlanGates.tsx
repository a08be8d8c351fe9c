import { GateResult } from '@orchestr8/backstage-plugin-orchestr8-common';
import { RiCheckboxCircleLine, RiTimeLine } from '@remixicon/react';
import { RelativeTime } from '../../primitives/RelativeTime';
import { StatusText } from '../../primitives/StatusText';
import { PlanSection } from './PlanSection';
import styles from './PlanView.module.css';

/** The gates of the environment: met, or who and what clears them. */
export function PlanGates(props: { gates: GateResult[] }) {
  if (props.gates.length === 0) return null;
  return (
    <PlanSection title="Gates">
      {props.gates.map(({ gate, met, message, clearedBy, clearsAt }) => (
        <li key={`${gate}${message}`}>
          {met ? (
            <StatusText
              tone="success"
              icon={<RiCheckboxCircleLine aria-hidden />}
            >
              Met: {message}
            </StatusText>
          ) : (
            <StatusText tone="warning" icon={<RiTimeLine aria-hidden />}>
              Not met: {message}
            </StatusText>
          )}
          {!met && (clearedBy || clearsAt) && (
            <div className={styles.detail}>
              {clearedBy && <>Way out: {clearedBy}. </>}
              {gate === 'approvals' && <>It is asked for below the changes. </>}
              {clearsAt && (
                <>
                  Clears by itself <RelativeTime at={clearsAt} />.
                </>
              )}
            </div>
          )}
        </li>
      ))}
    </PlanSection>
  );
}
