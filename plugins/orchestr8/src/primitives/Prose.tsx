import { Fragment } from 'react';
import styles from './Prose.module.css';

/** A sentence in which `names` between backticks are set as code. */
export function Prose(props: { text: string }) {
  return (
    <>
      {props.text.split(/`([^`\n]+)`/).map((part, index) =>
        index % 2 === 1 ? (
          <code key={index} className={styles.code}>
            {part}
          </code>
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </>
  );
}
