import {
  Change,
  ChangeAction,
  formatObjectRef,
  objectKey,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ObjectChange } from './ObjectChange';
import { PlanSection } from './PlanSection';
import styles from './PlanView.module.css';

/** What is shown object by object, in this order. */
const SHOWN: { action: ChangeAction; title: string }[] = [
  { action: 'update', title: 'Updates' },
  { action: 'create', title: 'Creates' },
  { action: 'skip', title: 'Left alone' },
];

/** The objects of the release by what happens to them; what does not change is folded away. */
export function ChangeList(props: { changes: Change[] }) {
  const of = (action: ChangeAction) =>
    props.changes.filter(change => change.action === action);
  const unchanged = of('unchanged');
  return (
    <>
      {SHOWN.map(({ action, title }) => {
        const changes = of(action);
        return changes.length === 0 ? null : (
          <PlanSection key={action} title={`${title} (${changes.length})`}>
            {changes.map(change => (
              <ObjectChange key={objectKey(change.object)} change={change} />
            ))}
          </PlanSection>
        );
      })}
      {unchanged.length > 0 && (
        <details className={styles.rest}>
          <summary>
            {unchanged.length === 1
              ? '1 object stays as it is'
              : `${unchanged.length} objects stay as they are`}
          </summary>
          <ul className={styles.quiet}>
            {unchanged.map(({ object }) => (
              <li key={objectKey(object)}>{formatObjectRef(object)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
