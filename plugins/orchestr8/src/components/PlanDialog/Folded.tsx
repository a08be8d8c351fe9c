import { ReactNode } from 'react';
import styles from './PlanView.module.css';

/** A list that is there for whoever asks. */
export function Folded(props: { summary: string; children: ReactNode }) {
  return (
    <details className={styles.rest}>
      <summary>{props.summary}</summary>
      <ul className={styles.quiet}>{props.children}</ul>
    </details>
  );
}
