import { Button } from '@backstage/ui';
import {
  Plan,
  PlanRequest,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ExplainedButton } from '../../primitives/ExplainedButton';
import { PlanStage } from './usePlan';

/** The one thing to do next with a plan. */
export function PlanActions(props: {
  state: PlanStage;
  request: PlanRequest;
  onMake: () => void;
  onDeploy: (plan: Plan) => void;
}) {
  const { state, request, onMake, onDeploy } = props;
  switch (state.stage) {
    case 'planning':
    case 'deploying':
      return null;
    case 'unplanned':
      return (
        <Button variant="primary" onPress={onMake}>
          Try again
        </Button>
      );
    case 'stale':
      return (
        <Button variant="primary" onPress={onMake}>
          Make a new plan
        </Button>
      );
    case 'planned':
    case 'starting':
      return (
        <>
          {state.plan.refusals.length > 0 && (
            <Button variant="secondary" onPress={onMake}>
              Plan again
            </Button>
          )}
          <ExplainedButton
            variant="primary"
            isPending={state.stage === 'starting'}
            whyNot={whyNotDeploy(state.plan)}
            onPress={() => onDeploy(state.plan)}
          >
            {request.from ? 'Promote' : 'Deploy'} {state.plan.version} to{' '}
            {request.environment}
          </ExplainedButton>
        </>
      );
    default:
      return state satisfies never;
  }
}

function whyNotDeploy({ refusals }: Plan): string | undefined {
  if (refusals.length === 0) return undefined;
  return refusals.length === 1
    ? refusals[0].message
    : `${refusals.length} things stand against it; they are listed above.`;
}
