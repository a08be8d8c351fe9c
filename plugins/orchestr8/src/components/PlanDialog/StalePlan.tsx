import { Alert } from '@backstage/ui';
import { describeError } from '../../api/describeError';
import { Reasons } from '../../primitives/Reasons';

/** That a plan is not what would happen any more, and what has moved since it was made. */
export function StalePlan(props: { error: Error }) {
  const { moved, hint } = describeError(props.error);
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title="This plan is out of date; nothing was changed"
      description={
        <>
          <div>What has moved since it was made:</div>
          <Reasons of={moved} />
          <div>{hint ?? 'Make a new plan to see what would happen now.'}</div>
        </>
      }
    />
  );
}
