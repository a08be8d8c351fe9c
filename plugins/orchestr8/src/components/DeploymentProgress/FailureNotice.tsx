import { Alert } from '@backstage/ui';
import {
  DeploymentFailure,
  formatObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import styles from './FailureNotice.module.css';

/** Why a deployment failed: the cause, the evidence and the remedy. */
export function FailureNotice(props: { failure: DeploymentFailure }) {
  const { cause, message, object, evidence, remedy } = props.failure;
  return (
    <Alert
      status="danger"
      icon
      role="alert"
      title={message}
      description={
        <div className={styles.root}>
          <div>
            Cause: {cause}
            {object && `, ${formatObjectRef(object)}`}
          </div>
          {evidence.length > 0 && (
            <pre className={styles.evidence} aria-label="Evidence">
              {evidence.join('\n')}
            </pre>
          )}
          <div>
            <strong>What to do:</strong> {remedy}
          </div>
        </div>
      }
    />
  );
}
