import { ReactNode } from 'react';
import { Observation } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Observed } from '../../api/ObservationFeed';
import { Person } from '../../primitives/Person';
import { RelativeTime } from '../../primitives/RelativeTime';
import { HealthStatus } from '../HealthStatus/HealthStatus';
import { EnvironmentNotices } from './EnvironmentNotices';
import { LastDeployment } from './LastDeployment';
import { wasSeen } from './wasSeen';
import styles from './EnvironmentsCard.module.css';

/** What runs in an environment and how it is, as far as the cluster has been seen. */
export function EnvironmentFacts(props: {
  observation: Observation;
  observed: Pick<Observed, 'live' | 'heardAt'>;
  onShowDeployment: (id: string) => void;
}) {
  const { observation, observed, onShowDeployment } = props;
  const { deployed, lastDeployment, cluster, namespace } = observation;
  return (
    <>
      {deployed ? (
        <Running observation={observation} version={deployed.version} />
      ) : (
        <p className={styles.message}>
          {wasSeen(observation)
            ? 'Not deployed here.'
            : 'Nothing is recorded as deployed here.'}
        </p>
      )}
      <dl className={styles.facts}>
        {deployed && wasSeen(observation) && (
          <Replicas observation={observation} />
        )}
        {deployed && (
          <Fact name="Running since">
            <RelativeTime at={deployed.since} />
          </Fact>
        )}
        <Fact name="Runs in">
          {cluster}/<wbr />
          {namespace}
        </Fact>
      </dl>
      {lastDeployment && (
        <div className={styles.last}>
          <LastDeployment
            deployment={lastDeployment}
            onShow={onShowDeployment}
          />
        </div>
      )}
      <EnvironmentNotices observation={observation} observed={observed} />
    </>
  );
}

function Running(props: { observation: Observation; version: string }) {
  const { health, unavailable } = props.observation;
  return (
    <div>
      <div className={styles.version}>{props.version}</div>
      <HealthStatus health={health.status} />
      {health.message && health.message !== unavailable && (
        <p className={styles.message}>{health.message}</p>
      )}
    </div>
  );
}

function Replicas(props: { observation: Observation }) {
  const { replicas, scale } = props.observation;
  return (
    <>
      <Fact name="Replicas">
        {replicas.ready} of {replicas.desired} ready
      </Fact>
      {scale?.override !== undefined && (
        <Fact name="By hand">
          scaled to {scale.override}
          {scale.by && (
            <>
              {' '}
              by <Person of={scale.by} />
            </>
          )}
          {scale.since && (
            <>
              , <RelativeTime at={scale.since} />
            </>
          )}
        </Fact>
      )}
    </>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  );
}
