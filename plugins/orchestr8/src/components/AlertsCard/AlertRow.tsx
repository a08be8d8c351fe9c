import { ReactElement } from 'react';
import { Link } from '@backstage/ui';
import {
  AlertObservation,
  describeSuppression,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  RiAlarmWarningLine,
  RiCheckboxCircleLine,
  RiQuestionLine,
  RiTimeLine,
} from '@remixicon/react';
import { RelativeTime } from '../../primitives/RelativeTime';
import { StatusText, Tone } from '../../primitives/StatusText';
import styles from './AlertsCard.module.css';

type State = AlertObservation['state'];

const LOOKS: Record<State, { tone: Tone; icon: ReactElement; word: string }> = {
  firing: {
    tone: 'danger',
    icon: <RiAlarmWarningLine aria-hidden />,
    word: 'Firing',
  },
  pending: {
    tone: 'warning',
    icon: <RiTimeLine aria-hidden />,
    word: 'Pending',
  },
  inactive: {
    tone: 'success',
    icon: <RiCheckboxCircleLine aria-hidden />,
    word: 'Quiet',
  },
  unknown: {
    tone: 'neutral',
    icon: <RiQuestionLine aria-hidden />,
    word: 'Not known',
  },
};

/** One alert: state, condition, since when, and where to read on. */
export function AlertRow(props: {
  alert: AlertObservation;
  /** Whether there is a Prometheus that could know. */
  watched: boolean;
}) {
  const { alert, watched } = props;
  const { tone, icon, word } = LOOKS[alert.state];
  return (
    <li className={styles.alert}>
      <div className={styles.head}>
        <span className={styles.name}>{alert.name}</span>
        <StatusText tone={tone} icon={icon}>
          {word}
        </StatusText>
      </div>
      <div className={styles.detail}>
        {alert.severity} when <code>{alert.condition}</code>
        {alert.value !== undefined && `, now ${alert.value}`}
        {alert.since && (
          <>
            , since <RelativeTime at={alert.since} />
          </>
        )}
      </div>
      {alert.suppression && (
        <div className={styles.detail}>
          Nobody is told: {describeSuppression(alert.suppression)}
        </div>
      )}
      {watched && alert.state === 'unknown' && (
        <div className={styles.detail}>
          Nobody knows this rule; it comes with the next deployment.
        </div>
      )}
      {alert.description && (
        <div className={styles.detail}>{alert.description}</div>
      )}
      {alert.runbook && (
        <Link href={alert.runbook} target="_blank" variant="body-small">
          Runbook for {alert.name}
        </Link>
      )}
    </li>
  );
}
