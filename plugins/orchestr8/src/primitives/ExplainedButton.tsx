import { useId } from 'react';
import { Button, ButtonProps } from '@backstage/ui';
import styles from './ExplainedButton.module.css';

/** A button that says under itself why it cannot be pressed. */
export function ExplainedButton(
  props: Omit<ButtonProps, 'isDisabled'> & {
    /** Why not, as a sentence; absent: it can be pressed. */
    whyNot?: string;
  },
) {
  const { whyNot, ...button } = props;
  const id = useId();
  return (
    <span className={styles.root}>
      <Button
        {...button}
        isDisabled={Boolean(whyNot)}
        aria-describedby={whyNot ? id : undefined}
      />
      {whyNot && (
        <span id={id} className={styles.why}>
          {whyNot}
        </span>
      )}
    </span>
  );
}
