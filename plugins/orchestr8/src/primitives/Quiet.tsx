import { ReactNode } from 'react';
import styles from './Quiet.module.css';

/**
 * Words of second rank. The kit's own secondary colour is too faint on the dark
 * theme's cards to be read by everyone; this one passes WCAG AA on both.
 */
export function Quiet(props: { title?: string; children: ReactNode }) {
  return (
    <span className={styles.quiet} title={props.title}>
      {props.children}
    </span>
  );
}
