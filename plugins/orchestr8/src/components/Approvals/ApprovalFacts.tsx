import { ApprovalRequest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Facts } from '../../primitives/Facts';
import { Person } from '../../primitives/Person';
import { RelativeTime } from '../../primitives/RelativeTime';
import { ApprovalState, isOpen } from './ApprovalState';
import styles from './Approvals.module.css';

/** Who asked, what they said, and who has answered what. */
export function ApprovalFacts(props: { request: ApprovalRequest }) {
  const { request } = props;
  const { state, message, requestedBy, requestedAt, comment, approvals } =
    request;
  return (
    <div className={styles.facts}>
      <ApprovalState state={state} />
      <p>{message}</p>
      <Facts
        of={[
          [
            'Asked by',
            <>
              <Person of={requestedBy} />, <RelativeTime at={requestedAt} />
            </>,
          ],
          ['Word', comment],
          [
            'Approved by',
            approvals.length > 0 ? (
              <ul className={styles.people}>
                {approvals.map(({ by, at, comment: word }) => (
                  <li key={by}>
                    <Person of={by} />, <RelativeTime at={at} />
                    {word && <>: {word}</>}
                  </li>
                ))}
              </ul>
            ) : undefined,
          ],
          [
            'Expires',
            isOpen(state) ? <RelativeTime at={request.expiresAt} /> : undefined,
          ],
        ]}
      />
    </div>
  );
}
