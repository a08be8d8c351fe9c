import { RiAlertLine } from '@remixicon/react';
import styles from './LogList.module.css';

/** Stands where lines are missing, and says how many. */
export function GapRow(props: { message: string }) {
  return (
    <div className={`${styles.row} ${styles.wrap} ${styles.gap}`}>
      <RiAlertLine aria-hidden size={16} />
      {props.message}
    </div>
  );
}
