import { VisuallyHidden } from '@backstage/ui';
import { FieldChange } from '@orchestr8/backstage-plugin-orchestr8-common';
import { formatValue } from './formatValue';
import styles from './ObjectChange.module.css';

/** One field before and after; read aloud as `before` and `after`, drawn as − and +. */
export function FieldDiff(props: { field: FieldChange; kind: string }) {
  const { field, kind } = props;
  const { path, before, after } = field;
  return (
    <>
      <dt>{path}</dt>
      <dd>
        {before !== undefined && (
          <div className={styles.before}>
            <span aria-hidden>−</span>
            <span>
              <VisuallyHidden>before: </VisuallyHidden>
              {formatValue(before, { kind, path })}
            </span>
          </div>
        )}
        {after !== undefined && (
          <div className={styles.after}>
            <span aria-hidden>+</span>
            <span>
              <VisuallyHidden>after: </VisuallyHidden>
              {formatValue(after, { kind, path })}
            </span>
          </div>
        )}
      </dd>
    </>
  );
}
