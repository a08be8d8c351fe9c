import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Alert, Flex } from '@backstage/ui';
import {
  AlertObservation,
  Alerts,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { EmptyNotice } from '../../primitives/EmptyNotice';
import { Loaded } from '../../primitives/Loaded';
import { EnvironmentSelect } from '../environment/EnvironmentSelect';
import { InEnvironment } from '../environment/InEnvironment';
import { useEnvironmentChoice } from '../environment/useEnvironmentChoice';
import { ForModule } from '../ForModule';
import { AlertRow } from './AlertRow';
import { useAlerts } from './useAlerts';
import styles from './AlertsCard.module.css';

/** The alerts that the module itself defines, and how they stand. @public */
export function AlertsCard() {
  return (
    <ForModule>
      {({ name }) => <ModuleAlerts key={name} module={name} />}
    </ForModule>
  );
}

function ModuleAlerts(props: { module: string }) {
  const { module } = props;
  const choice = useEnvironmentChoice(module);
  return (
    <EntityInfoCard
      title="Alerts"
      headerActions={
        choice.status === 'ready' &&
        choice.value && <EnvironmentSelect choice={choice.value} />
      }
    >
      <InEnvironment choice={choice}>
        {environment => <AlertList module={module} environment={environment} />}
      </InEnvironment>
    </EntityInfoCard>
  );
}

function AlertList(props: { module: string; environment: string }) {
  const { module, environment } = props;
  const alerts = useAlerts(module, environment);
  return (
    <Loaded of={alerts} what="the alerts">
      {value => (
        <Flex direction="column" gap="3">
          {!value.configured && value.alerts.length > 0 && (
            <NotWatched message={value.message} />
          )}
          {value.configured && value.message && (
            <Alert status="warning" icon title={value.message} />
          )}
          {value.alerts.length === 0 ? (
            <EmptyNotice title={`No alerts in ${environment}`}>
              Those under spec.monitoring.alerts in o8-module.yaml show here
              once they are deployed.
            </EmptyNotice>
          ) : (
            <ul className={styles.list} aria-label={`Alerts in ${environment}`}>
              {inOrder(value).map(alert => (
                <AlertRow
                  key={alert.name}
                  alert={alert}
                  watched={value.configured}
                />
              ))}
            </ul>
          )}
        </Flex>
      )}
    </Loaded>
  );
}

function NotWatched(props: { message?: string }) {
  return (
    <Alert
      role="status"
      status="info"
      icon
      title="Nobody watches these alerts here"
      description={
        props.message ??
        'No Prometheus is configured for this cluster, so their state is not known. Set orchestr8.clusters[].prometheus.url.'
      }
    />
  );
}

const URGENCY: AlertObservation['state'][] = [
  'firing',
  'pending',
  'unknown',
  'inactive',
];

function inOrder({ alerts }: Alerts): AlertObservation[] {
  return [...alerts].sort(
    (a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state),
  );
}
