import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  Change,
  formatObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ChangeActionText } from './ChangeActionText';
import { FieldDiff } from './FieldDiff';
import styles from './ObjectChange.module.css';

/** Fields of one object that are shown before the reader asks for all. */
const FIELDS_AT_FIRST = 8;

/** What happens to one object, field by field where it is there already. */
export function ObjectChange(props: { change: Change }) {
  const { action, object, source, fields, reason } = props.change;
  const [all, setAll] = useState(false);
  const shown = all ? fields : fields.slice(0, firstOf(action));
  const hidden = fields.length - shown.length;
  const more = hidden > 0 && (
    <Button size="small" variant="tertiary" onPress={() => setAll(true)}>
      {`Show ${hidden} ${shown.length > 0 ? 'more ' : ''}${
        hidden === 1 ? 'field' : 'fields'
      }`}
    </Button>
  );
  return (
    <li className={styles.change}>
      <div className={styles.head}>
        <ChangeActionText action={action} />
        <span className={styles.object}>{formatObjectRef(object)}</span>
        <span className={styles.source}>
          {reason ? `${reason}; ` : ''}
          {source === 'generated' ? source : `from ${source}`}
        </span>
        {shown.length === 0 && more && (
          <span className={styles.aside}>{more}</span>
        )}
      </div>
      {shown.length > 0 && (
        <dl className={styles.fields}>
          {shown.map(field => (
            <FieldDiff key={field.path} field={field} kind={object.kind} />
          ))}
        </dl>
      )}
      {shown.length > 0 && more && <div className={styles.more}>{more}</div>}
    </li>
  );
}

/** What is new or gone is told by its name; only what differs needs its fields. */
function firstOf(action: Change['action']): number {
  return action === 'update' ? FIELDS_AT_FIRST : 0;
}
