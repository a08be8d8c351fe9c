import { Button } from '@backstage/ui';
import { Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ExplainedButton } from '../../primitives/ExplainedButton';
import { confirmationOf, kindOf } from './PlanQuestion';
import { PlanStage } from './usePlan';

/** The one thing to do next with a plan. */
export function PlanActions(props: {
  state: PlanStage;
  /** Why its approval lets nothing be deployed, as a sentence. */
  unapproved?: string;
  /** Why the reader may not, or not yet, as a sentence. */
  whyNot?: string;
  onMake: () => void;
  onDeploy: (plan: Plan) => void;
}) {
  const { state, unapproved, whyNot, onMake, onDeploy } = props;
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
            destructive={kindOf(state.plan) === 'delete'}
            isPending={state.stage === 'starting'}
            whyNot={refused(state.plan, unapproved) ?? whyNot}
            onPress={() => onDeploy(state.plan)}
          >
            {confirmationOf(state.plan)}
          </ExplainedButton>
        </>
      );
    default:
      return state satisfies never;
  }
}

function refused(
  { refusals }: Plan,
  unapproved: string | undefined,
): string | undefined {
  if (refusals.length > 1) {
    return `${refusals.length} things stand against it; they are named above.`;
  }
  if (unapproved) return unapproved;
  return refusals.length === 1
    ? 'One thing stands against it; it is named above.'
    : undefined;
}
