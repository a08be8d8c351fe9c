import styles from './Reasons.module.css';

/** Sentences below each other; one alone stands without a bullet. */
export function Reasons(props: { of: string[] }) {
  const [only, ...more] = props.of;
  if (more.length === 0) return <>{only}</>;
  return (
    <ul className={styles.list}>
      {props.of.map(reason => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
