import { ReactElement, ReactNode } from 'react';
import {
  RiCheckboxCircleLine,
  RiCircleLine,
  RiCloseCircleLine,
  RiLoader4Line,
  RiSkipForwardLine,
} from '@remixicon/react';
import { StatusText, Tone } from './StatusText';
import styles from './Steps.module.css';

/** State of one step. */
export type StepState =
  | 'pending'
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'skipped';

const LOOKS: Record<
  StepState,
  { tone: Tone; icon: ReactElement; word: string }
> = {
  pending: {
    tone: 'neutral',
    icon: <RiCircleLine aria-hidden />,
    word: 'to do',
  },
  running: {
    tone: 'info',
    icon: <RiLoader4Line aria-hidden />,
    word: 'running',
  },
  succeeded: {
    tone: 'success',
    icon: <RiCheckboxCircleLine aria-hidden />,
    word: 'done',
  },
  failed: {
    tone: 'danger',
    icon: <RiCloseCircleLine aria-hidden />,
    word: 'failed',
  },
  skipped: {
    tone: 'neutral',
    icon: <RiSkipForwardLine aria-hidden />,
    word: 'skipped',
  },
};

/** A vertical list of {@link Step}s. */
export function Steps(props: { label: string; children: ReactNode }) {
  return (
    <ol className={styles.steps} aria-label={props.label}>
      {props.children}
    </ol>
  );
}

/** One step: title, state in words, time taken, and what it says. */
export function Step(props: {
  title: string;
  state: StepState;
  time?: string;
  children?: ReactNode;
}) {
  const { title, state, time, children } = props;
  const { tone, icon, word } = LOOKS[state];
  return (
    <li className={styles.step} aria-current={state === 'running' && 'step'}>
      <div className={styles.head}>
        <StatusText tone={tone} icon={icon} running={state === 'running'}>
          {title}: {word}
        </StatusText>
        {time && <span className={styles.time}>{time}</span>}
      </div>
      {children && <div className={styles.body}>{children}</div>}
    </li>
  );
}
