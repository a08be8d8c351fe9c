import { Quiet } from '../../primitives/Quiet';
import { Button } from '@backstage/ui';
import { Deployment } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Person } from '../../primitives/Person';
import { RelativeTime } from '../../primitives/RelativeTime';
import { DeploymentState } from '../DeploymentState/DeploymentState';
import styles from './LastDeployment.module.css';

/** How the last deployment ended, who asked for it and when; opens its steps. */
export function LastDeployment(props: {
  deployment: Deployment;
  onShow: (id: string) => void;
}) {
  const { id, kind, state, version, requestedBy, createdAt, finishedAt } =
    props.deployment;
  return (
    <>
      <div className={styles.head}>
        <Quiet>Last deployment</Quiet>
        <Button
          size="small"
          variant="tertiary"
          aria-label={`Show the steps of the last deployment, ${kind} ${version}`}
          onPress={() => props.onShow(id)}
        >
          Steps
        </Button>
      </div>
      <DeploymentState state={state} />
      <div className={styles.words}>
        {kind} {version} by <Person of={requestedBy} />,{' '}
        <RelativeTime at={finishedAt ?? createdAt} />
      </div>
    </>
  );
}
