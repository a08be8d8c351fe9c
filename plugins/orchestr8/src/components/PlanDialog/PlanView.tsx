import { Alert, Flex } from '@backstage/ui';
import {
  ChangeAction,
  Leave,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { EmptyNotice } from '../../primitives/EmptyNotice';
import { Reasons } from '../../primitives/Reasons';
import { ChangeList } from './ChangeList';
import { Folded } from './Folded';
import { partsOf } from './partsOf';
import { PlanDependencies } from './PlanDependencies';
import { PlanFindings } from './PlanFindings';
import { PlanGates } from './PlanGates';
import { PlanHooks } from './PlanHooks';
import { PlanLeaves } from './PlanLeaves';
import { PlanProblems } from './PlanProblems';
import { PlanSummary } from './PlanSummary';
import { PlanTakeovers } from './PlanTakeovers';
import { PruneList } from './PruneList';

/** All that a plan would do and all that speaks against it. */
export function PlanView(props: {
  plan: Plan;
  /** Why the reader may not give leave, as a sentence. */
  mayNotForce?: string;
  /** Makes the plan again with these leaves; absent: it can only be read. */
  onLeave?: (leave: Leave[]) => void;
}) {
  const { plan, mayNotForce, onLeave } = props;
  const { release, leftOver } = partsOf(plan.changes);
  return (
    <Flex direction="column" gap="4">
      <PlanSummary plan={plan} />
      {plan.refusals.length > 0 && (
        <Alert
          status="danger"
          icon
          role="alert"
          title="This plan cannot be carried out"
          description={
            <Reasons of={plan.refusals.map(({ message }) => message)} />
          }
        />
      )}
      <PlanLeaves
        key={plan.hash}
        plan={plan}
        mayNot={mayNotForce}
        onGive={onLeave}
      />
      {plan.warnings.length > 0 && (
        <Alert
          status="warning"
          icon
          title={plan.warnings.length === 1 ? 'Warning' : 'Warnings'}
          description={<Reasons of={plan.warnings} />}
        />
      )}
      <PlanGates gates={plan.gates} />
      <PlanFindings findings={plan.findings} />
      <PlanDependencies dependencies={plan.dependencies} />
      <PlanTakeovers changes={plan.changes} />
      {!plan.changes.some(isChanging) && (
        <EmptyNotice title="No object changes">
          What runs there is already as the release has it.
        </EmptyNotice>
      )}
      <PlanHooks plan={plan} />
      <ChangeList changes={release} />
      <PruneList
        title={
          plan.kind === 'delete'
            ? 'Deletes with the module'
            : 'Deletes what the release dropped'
        }
        changes={leftOver}
      />
      <PlanProblems problems={plan.problems} />
      {plan.filledIn.length > 0 && (
        <Folded
          summary={
            plan.filledIn.length === 1
              ? '1 object is completed from the specification'
              : `${plan.filledIn.length} objects are completed from the specification`
          }
        >
          {plan.filledIn.map(text => (
            <li key={text}>{text}</li>
          ))}
        </Folded>
      )}
    </Flex>
  );
}

function isChanging({ action }: { action: ChangeAction }): boolean {
  return action === 'create' || action === 'update' || action === 'delete';
}
