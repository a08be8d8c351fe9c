import { Fragment, ReactNode } from 'react';
import styles from './Facts.module.css';

/** Names and values in two columns; what has no value is left out. */
export function Facts(props: { of: [string, ReactNode][] }) {
  const known = props.of.filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return (
    <dl className={styles.facts}>
      {known.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
