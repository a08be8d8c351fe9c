import { useMemo, useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Skeleton,
  Text,
  TextField,
} from '@backstage/ui';
import {
  ApprovalRequest,
  Leave,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandLine } from '../../primitives/CommandLine';
import { ErrorNotice } from '../../primitives/ErrorNotice';
import { PlanApproval } from '../Approvals/PlanApproval';
import { whyUnapproved } from '../Approvals/whyUnapproved';
import { DeploymentProgress } from '../DeploymentProgress/DeploymentProgress';
import { ModuleIdentity } from '../moduleOf';
import { useMayNot } from '../useMayNot';
import { PlanActions } from './PlanActions';
import {
  actionOf,
  commandOf,
  kindOf,
  PlanQuestion,
  titleOf,
} from './PlanQuestion';
import { PlanView } from './PlanView';
import { StalePlan } from './StalePlan';
import { PlanStage, usePlan } from './usePlan';

/** Makes a plan, shows all that it would do, and carries out exactly that. */
export function PlanDialog(props: {
  module: ModuleIdentity;
  /** Keep it the same object for as long as the dialog is open. */
  question: PlanQuestion;
  onClose: () => void;
}) {
  const { module, onClose } = props;
  const [leave, setLeave] = useState<Leave[]>();
  const question = useMemo(
    () => (leave ? { ...props.question, leave } : props.question),
    [props.question, leave],
  );
  const mayNotForce = useMayNot('force', module.entityRef);
  const { state, make, deploy, refresh } = usePlan(module.name, question);
  const [typed, setTyped] = useState('');
  const [approval, setApproval] = useState<{
    of: string;
    request: ApprovalRequest;
  }>();
  const plan = 'plan' in state ? state.plan : undefined;
  const mayNot = useMayNot(actionOf(question, plan), module.entityRef);
  const deletes =
    plan && kindOf(plan) === 'delete' && state.stage !== 'deploying';
  const unconfirmed =
    deletes && typed !== module.name
      ? `Type ${module.name} above to confirm.`
      : undefined;
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width="min(60rem, 94vw)"
    >
      <DialogHeader>{titleOf(module.name, question)}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Stage
            module={module}
            state={state}
            mayNotForce={mayNotForce}
            onLeave={question.kind === 'review' ? undefined : setLeave}
          />
          {(state.stage === 'planned' || state.stage === 'starting') && (
            <PlanApproval
              plan={state.plan}
              module={module}
              onStanding={request => {
                const { hash, gates } = state.plan;
                setApproval({ of: hash, request });
                const met = gates.every(
                  one => one.gate !== 'approvals' || one.met,
                );
                if (met !== (request.state === 'approved')) refresh(hash);
              }}
            />
          )}
          {deletes && plan.refusals.length === 0 && (
            <TextField
              label={`Type the name of the module, ${module.name}`}
              description={`It goes from ${plan.environment} with all that is listed above. Releases stay, so that it can be deployed again.`}
              value={typed}
              onChange={setTyped}
            />
          )}
          {state.stage !== 'unplanned' && (
            <CommandLine command={commandOf(module.name, question)} />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <PlanActions
          state={state}
          unapproved={
            state.stage === 'planned' && approval?.of === state.plan.hash
              ? whyUnapproved(approval.request)
              : undefined
          }
          whyNot={mayNot ?? unconfirmed}
          onMake={make}
          onDeploy={deploy}
        />
        <Button variant="secondary" onPress={onClose}>
          {state.stage === 'deploying' ? 'Close' : 'Cancel'}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Stage(props: {
  module: ModuleIdentity;
  state: PlanStage;
  mayNotForce?: string;
  onLeave?: (leave: Leave[]) => void;
}) {
  const { module, state, mayNotForce, onLeave } = props;
  switch (state.stage) {
    case 'planning':
      return (
        <Flex direction="column" gap="2" role="status" aria-busy="true">
          <Text>
            Making the plan: rendering the release and comparing it with what
            runs…
          </Text>
          <Skeleton height={20} width="50%" />
          <Skeleton height={20} width="90%" />
          <Skeleton height={20} width="80%" />
        </Flex>
      );
    case 'unplanned':
      return (
        <ErrorNotice error={state.error} what="make the plan" wanted="done" />
      );
    case 'planned':
    case 'starting':
      return (
        <>
          {'error' in state && state.error && (
            <ErrorNotice
              error={state.error}
              what="carry out this plan"
              wanted="done"
            />
          )}
          <PlanView
            plan={state.plan}
            mayNotForce={mayNotForce}
            onLeave={onLeave}
          />
        </>
      );
    case 'stale':
      return <StalePlan error={state.error} />;
    case 'deploying':
      return <DeploymentProgress module={module} id={state.deployment.id} />;
    default:
      return state satisfies never;
  }
}
