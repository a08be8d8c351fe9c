import { Flex } from '@backstage/ui';
import { ApprovalsCard } from '../Approvals/ApprovalsCard';
import { DependenciesCard } from '../DependenciesCard/DependenciesCard';
import { DeploymentsCard } from '../DeploymentsCard/DeploymentsCard';
import { EnvironmentsCard } from '../EnvironmentsCard/EnvironmentsCard';

/** The tab about deployments: where it runs, how it came there, what it needs. @public */
export function DeploymentsContent() {
  return (
    <Flex direction="column" gap="4">
      <EnvironmentsCard />
      <ApprovalsCard />
      <DeploymentsCard />
      <DependenciesCard />
    </Flex>
  );
}
