import { ReactNode, useId } from 'react';
import styles from './PlanView.module.css';

/** A titled list of a plan; `ordered` where one comes after the other. */
export function PlanSection(props: {
  title: string;
  /** What the list is about, below its title. */
  about?: ReactNode;
  ordered?: boolean;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const { title, about, ordered, footer, children } = props;
  const id = useId();
  const List = ordered ? 'ol' : 'ul';
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {about && <div className={styles.about}>{about}</div>}
      <List className={ordered ? styles.steps : styles.list}>{children}</List>
      {footer && <div className={styles.footer}>{footer}</div>}
    </section>
  );
}
