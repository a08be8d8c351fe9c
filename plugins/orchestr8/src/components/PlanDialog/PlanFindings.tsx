import {
  formatObjectRef,
  PolicyFinding,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { RiCloseCircleLine, RiShieldCheckLine } from '@remixicon/react';
import { RelativeTime } from '../../primitives/RelativeTime';
import { StatusText } from '../../primitives/StatusText';
import { PlanSection } from './PlanSection';
import styles from './PlanView.module.css';

/** What the policy gate found: the object, the rule and the way out. */
export function PlanFindings(props: { findings: PolicyFinding[] }) {
  if (props.findings.length === 0) return null;
  return (
    <PlanSection title="Policy">
      {props.findings.map(
        ({ object, path, rule, message, remedy, allowed }) => (
          <li key={`${rule}${formatObjectRef(object)}${path}${message}`}>
            {allowed ? (
              <StatusText tone="info" icon={<RiShieldCheckLine aria-hidden />}>
                Allowed exception: {message}
              </StatusText>
            ) : (
              <StatusText
                tone="danger"
                icon={<RiCloseCircleLine aria-hidden />}
              >
                Refused: {message}
              </StatusText>
            )}
            <div className={styles.detail}>
              {formatObjectRef(object)}
              {path && `, ${path}`} (rule {rule}).{' '}
              {allowed ? <Exception of={allowed} /> : remedy}
            </div>
          </li>
        ),
      )}
    </PlanSection>
  );
}

function Exception(props: { of: NonNullable<PolicyFinding['allowed']> }) {
  const { reason, expires } = props.of;
  return (
    <>
      Reason: {reason}. The exception{' '}
      {expires ? (
        <>
          ends <RelativeTime at={expires} />.
        </>
      ) : (
        'has no end.'
      )}
    </>
  );
}
