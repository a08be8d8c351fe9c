import { ReactElement, ReactNode } from 'react';
import styles from './StatusText.module.css';

/** How good or bad a state is; the words say which state it is. */
export type Tone = 'success' | 'warning' | 'danger' | 'info' | 'neutral';

/** A state as icon and word, so that colour never stands alone. */
export function StatusText(props: {
  tone: Tone;
  icon: ReactElement;
  /** The icon turns, unless the reader asked for less motion. */
  running?: boolean;
  children: ReactNode;
}) {
  const { tone, icon, running, children } = props;
  return (
    <span
      className={[styles.root, styles[tone], running && styles.running]
        .filter(Boolean)
        .join(' ')}
    >
      {icon}
      <span>{children}</span>
    </span>
  );
}
