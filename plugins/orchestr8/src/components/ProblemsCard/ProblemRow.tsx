import { ReactElement } from 'react';
import {
  RiAlertLine,
  RiCloseCircleLine,
  RiInformationLine,
} from '@remixicon/react';
import { Prose } from '../../primitives/Prose';
import { StatusText, Tone } from '../../primitives/StatusText';
import { ModuleSource } from '../../source/moduleSource';
import { SourceLink } from '../../source/SourceLink';
import { NotedProblem } from './NotedProblem';
import styles from './ProblemsCard.module.css';

const LOOKS: Record<
  NotedProblem['severity'],
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

/** One problem: how bad, what, what to do, and the way to the line where it stands. */
export function ProblemRow(props: {
  problem: NotedProblem;
  source: ModuleSource;
}) {
  const { problem, source } = props;
  const { code, severity, message, hint } = problem;
  const { tone, icon, word } = LOOKS[severity];
  return (
    <li className={styles.problem}>
      <StatusText tone={tone} icon={icon}>
        {word} {code}
      </StatusText>
      <div className={styles.message}>
        <Prose text={message} />
      </div>
      {hint && (
        <div className={styles.hint}>
          <Prose text={hint} />
        </div>
      )}
      <SourceLink place={problem} source={source} />
    </li>
  );
}
