import { ReactNode, useId } from 'react';
import styles from './PlanView.module.css';

/** A titled list of a plan. */
export function PlanSection(props: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id}>{props.title}</h3>
      <ul className={styles.list}>{props.children}</ul>
    </section>
  );
}
