import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Skeleton,
  Text,
} from '@backstage/ui';
import { PlanRequest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { describeError } from '../../api/describeError';
import { CommandLine } from '../../primitives/CommandLine';
import { ErrorNotice } from '../../primitives/ErrorNotice';
import { DeploymentProgress } from '../DeploymentProgress/DeploymentProgress';
import { ModuleIdentity } from '../moduleOf';
import { PlanActions } from './PlanActions';
import { PlanView } from './PlanView';
import { commandOf } from './commandOf';
import { PlanStage, usePlan } from './usePlan';

/** Makes a plan, shows all that it would do, and deploys exactly that. */
export function PlanDialog(props: {
  module: ModuleIdentity;
  /** Keep it the same object for as long as the dialog is open. */
  request: PlanRequest;
  onClose: () => void;
}) {
  const { module, request, onClose } = props;
  const { state, make, deploy } = usePlan(module.name, request);
  const verb = request.from
    ? `Promote ${module.name} from ${request.from} to ${request.environment}`
    : `Deploy ${module.name} to ${request.environment}`;
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width="min(60rem, 94vw)"
    >
      <DialogHeader>{verb}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Stage module={module} state={state} />
          {state.stage !== 'unplanned' && (
            <CommandLine command={commandOf(module.name, request)} />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <PlanActions
          state={state}
          request={request}
          onMake={make}
          onDeploy={deploy}
        />
        <Button variant="secondary" onPress={onClose}>
          {state.stage === 'deploying' ? 'Close' : 'Leave it'}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Stage(props: { module: ModuleIdentity; state: PlanStage }) {
  const { module, state } = props;
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
              what="deploy this plan"
              wanted="done"
            />
          )}
          <PlanView plan={state.plan} />
        </>
      );
    case 'stale':
      return (
        <Alert
          role="alert"
          status="warning"
          icon
          title="This plan is out of date; nothing was changed"
          description={
            <>
              {describeError(state.error).detail}{' '}
              {describeError(state.error).hint ??
                'Make a new plan to see what would happen now.'}
            </>
          }
        />
      );
    case 'deploying':
      return <DeploymentProgress module={module} id={state.deployment.id} />;
    default:
      return state satisfies never;
  }
}
