import { ReactElement } from 'react';
import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  RiAlertLine,
  RiCloseCircleLine,
  RiInformationLine,
} from '@remixicon/react';
import { StatusText, Tone } from '../../primitives/StatusText';
import styles from './ProblemsCard.module.css';

const LOOKS: Record<
  Problem['severity'],
  { tone: Tone; icon: ReactElement; word: string }
> = {
  error: {
    tone: 'danger',
    icon: <RiCloseCircleLine aria-hidden />,
    word: 'Error',
  },
  warning: {
    tone: 'warning',
    icon: <RiAlertLine aria-hidden />,
    word: 'Warning',
  },
  info: {
    tone: 'info',
    icon: <RiInformationLine aria-hidden />,
    word: 'Information',
  },
};

/** One problem: how bad, what, where, and what to do. */
export function ProblemRow(props: { problem: Problem }) {
  const { code, severity, file, line, column, message, hint } = props.problem;
  const { tone, icon, word } = LOOKS[severity];
  return (
    <li className={styles.problem}>
      <StatusText tone={tone} icon={icon}>
        {word} {code}
      </StatusText>
      <div className={styles.message}>{message}</div>
      {hint && <div className={styles.hint}>{hint}</div>}
      <code className={styles.place}>
        {file}:{line}:{column}
      </code>
    </li>
  );
}
