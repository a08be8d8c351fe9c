import {
  formatObjectRef,
  objectKey,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { RiArrowGoBackLine, RiUserSharedLine } from '@remixicon/react';
import { StatusText } from '../../primitives/StatusText';
import { PlanSection } from './PlanSection';
import styles from './PlanView.module.css';

/** Every field that goes from somebody else to the release, and whose it is. */
export function PlanTakeovers(props: { changes: Plan['changes'] }) {
  const taken = props.changes.flatMap(({ object, takesOver = [] }) =>
    takesOver.map(field => ({ object, ...field })),
  );
  if (taken.length === 0) return null;
  return (
    <PlanSection
      title="Taken over"
      about="Somebody else set these fields; this plan sets them to what the release says."
    >
      {taken.map(({ object, field, manager, leave }) => (
        <li key={`${objectKey(object)}${field}${manager}`}>
          {leave ? (
            <StatusText tone="danger" icon={<RiUserSharedLine aria-hidden />}>
              Taken from {manager}
            </StatusText>
          ) : (
            <StatusText tone="warning" icon={<RiArrowGoBackLine aria-hidden />}>
              Changed by hand with {manager}
            </StatusText>
          )}
          <div className={styles.detail}>
            <code className={styles.mono}>{field}</code> of{' '}
            {formatObjectRef(object)}
            {leave
              ? '. It may take the field back: leave the field out of the release where it is to stay so.'
              : ' goes back.'}
          </div>
        </li>
      ))}
    </PlanSection>
  );
}
