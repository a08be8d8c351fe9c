import { Quiet } from '../../primitives/Quiet';
import { useState } from 'react';
import { Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Deployment,
  isTerminal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { ErrorNotice } from '../../primitives/ErrorNotice';
import { ExplainedButton } from '../../primitives/ExplainedButton';
import { LiveMark } from '../../primitives/LiveMark';
import { Loaded } from '../../primitives/Loaded';
import { Person } from '../../primitives/Person';
import { RelativeTime } from '../../primitives/RelativeTime';
import { DeploymentState } from '../DeploymentState/DeploymentState';
import { ModuleIdentity } from '../moduleOf';
import { useMayNot } from '../useMayNot';
import { DeploymentSteps } from './DeploymentSteps';
import { FailureNotice } from './FailureNotice';
import { useDeployment } from './useDeployment';

/** A deployment while it goes on and after: state, steps, and why it failed. */
export function DeploymentProgress(props: {
  module: ModuleIdentity;
  id: string;
}) {
  const { module, id } = props;
  const { deployment, live } = useDeployment(id);
  return (
    <Loaded of={deployment} what="this deployment">
      {value => (
        <Flex direction="column" gap="4">
          <Flex justify="between" align="center">
            <Flex role="status" aria-live="polite" align="center" gap="2">
              <DeploymentState state={value.state} />
              {value.message !== value.failure?.message && (
                <Text>{value.message}</Text>
              )}
            </Flex>
            {!isTerminal(value.state) && <LiveMark state={live} />}
          </Flex>
          <Quiet>
            {value.kind} of {value.module} {value.version}
            {value.promotedFrom && ` from ${value.promotedFrom}`} to{' '}
            {value.environment} ({value.cluster}/{value.namespace}), asked for
            by <Person of={value.requestedBy} />{' '}
            <RelativeTime at={value.createdAt} />
          </Quiet>
          {value.failure && <FailureNotice failure={value.failure} />}
          <DeploymentSteps steps={value.steps} told={value.failure?.message} />
          {!isTerminal(value.state) && (
            <Cancel module={module} deployment={value} />
          )}
        </Flex>
      )}
    </Loaded>
  );
}

function Cancel(props: { module: ModuleIdentity; deployment: Deployment }) {
  const { module, deployment } = props;
  const api = useApi(orchestr8ApiRef);
  const mayNot = useMayNot('deploy', module.entityRef);
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<Error>();
  const cancel = async () => {
    setAsked(true);
    setError(undefined);
    try {
      await api.cancelDeployment(deployment.id);
    } catch (failure) {
      setError(failure as Error);
      setAsked(false);
    }
  };
  return (
    <>
      {error && <ErrorNotice error={error} what="cancel this" wanted="done" />}
      <ExplainedButton
        size="small"
        variant="secondary"
        isPending={asked}
        whyNot={mayNot}
        onPress={cancel}
      >
        Cancel this deployment
      </ExplainedButton>
    </>
  );
}
