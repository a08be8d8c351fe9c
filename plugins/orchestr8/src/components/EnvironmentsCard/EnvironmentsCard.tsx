import { useState } from 'react';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Alert, Button, Flex } from '@backstage/ui';
import { EmptyNotice } from '../../primitives/EmptyNotice';
import { LiveMark } from '../../primitives/LiveMark';
import { Loaded } from '../../primitives/Loaded';
import { describeError } from '../../api/describeError';
import { DeploymentDialog } from '../DeploymentProgress/DeploymentDialog';
import { ForModule } from '../ForModule';
import { ModuleIdentity } from '../moduleOf';
import { PlanDialog } from '../PlanDialog/PlanDialog';
import { PlanQuestion } from '../PlanDialog/PlanQuestion';
import { EnvironmentTile } from './EnvironmentTile';
import { useEnvironments } from './useEnvironments';
import styles from './EnvironmentsCard.module.css';

/** Where the module runs, how it is there, and what can be done about it. @public */
export function EnvironmentsCard() {
  return (
    <ForModule>
      {module => <Environments key={module.name} module={module} />}
    </ForModule>
  );
}

function Environments(props: { module: ModuleIdentity }) {
  const { module } = props;
  const { rows, partial, observed } = useEnvironments(module.name);
  const [planning, setPlanning] = useState<PlanQuestion>();
  const [shown, setShown] = useState<string>();

  return (
    <EntityInfoCard
      title="Environments"
      headerActions={
        rows.status === 'ready' && (
          <LiveMark state={observed.live} heardAt={observed.heardAt} />
        )
      }
    >
      <Loaded of={rows} what="the environments of this module">
        {value => (
          <Flex direction="column" gap="3">
            {partial && (
              <Alert
                status="warning"
                icon
                role="status"
                title="What runs there is not known at the moment"
                description={describeError(partial).detail}
                customActions={
                  <Button
                    size="small"
                    variant="secondary"
                    onPress={rows.reload}
                  >
                    Try again
                  </Button>
                }
              />
            )}
            {value.length === 0 ? (
              <EmptyNotice title="No environments are configured">
                Add them under orchestr8.environments in app-config.yaml.
              </EmptyNotice>
            ) : (
              <ol className={styles.path} aria-label="Path of environments">
                {value.map(row => (
                  <li key={row.environment.name}>
                    <EnvironmentTile
                      module={module}
                      row={row}
                      observed={observed}
                      previous={value.find(
                        other =>
                          other.environment.name ===
                          row.environment.promoteFrom,
                      )}
                      onPlan={setPlanning}
                      onShowDeployment={setShown}
                    />
                  </li>
                ))}
              </ol>
            )}
          </Flex>
        )}
      </Loaded>
      {planning && (
        <PlanDialog
          module={module}
          question={planning}
          onClose={() => setPlanning(undefined)}
        />
      )}
      {shown && (
        <DeploymentDialog
          module={module}
          id={shown}
          onClose={() => setShown(undefined)}
        />
      )}
    </EntityInfoCard>
  );
}
