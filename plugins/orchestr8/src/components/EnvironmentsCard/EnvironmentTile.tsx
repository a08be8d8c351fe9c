import { ReactNode } from 'react';
import { Observation } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  RiCloudOffLine,
  RiFlaskLine,
  RiShieldLine,
  RiTimeLine,
} from '@remixicon/react';
import { Observed } from '../../api/ObservationFeed';
import { RelativeTime } from '../../primitives/RelativeTime';
import { useNow } from '../../primitives/useNow';
import { HealthStatus } from '../HealthStatus/HealthStatus';
import { ModuleIdentity } from '../moduleOf';
import { PlanQuestion } from '../PlanDialog/PlanQuestion';
import { EnvironmentActions } from './EnvironmentActions';
import { EnvironmentMenu } from './EnvironmentMenu';
import { LastDeployment } from './LastDeployment';
import { EnvironmentRow } from './useEnvironments';
import styles from './EnvironmentsCard.module.css';

/** Older observations are stale, in milliseconds. */
const FRESH_MS = 60_000;

/** One environment of the path: what runs there and what can be done. */
export function EnvironmentTile(props: {
  module: ModuleIdentity;
  row: EnvironmentRow;
  observed: Pick<Observed, 'live' | 'heardAt'>;
  previous?: EnvironmentRow;
  onPlan: (question: PlanQuestion) => void;
  onShowDeployment: (id: string) => void;
}) {
  const { module, row, observed, previous, onPlan, onShowDeployment } = props;
  const { environment, observation } = row;
  return (
    <section className={styles.tile} aria-label={environment.name}>
      <div className={styles.head}>
        <h4>{environment.name}</h4>
        {observation?.deployed && (
          <EnvironmentMenu
            module={module}
            observation={observation}
            onPlan={onPlan}
            onDeployment={onShowDeployment}
          />
        )}
      </div>
      {observation ? (
        <Facts
          observation={observation}
          observed={observed}
          onShowDeployment={onShowDeployment}
        />
      ) : (
        <p className={styles.message}>Nothing is known about it yet.</p>
      )}
      <EnvironmentActions
        module={module}
        row={row}
        previous={previous}
        onPlan={onPlan}
      />
    </section>
  );
}

function Facts(props: {
  observation: Observation;
  observed: Pick<Observed, 'live' | 'heardAt'>;
  onShowDeployment: (id: string) => void;
}) {
  const { observation, observed, onShowDeployment } = props;
  const { deployed, health, replicas, lastDeployment, scale } = observation;
  return (
    <>
      {deployed ? (
        <div>
          <div className={styles.version}>{deployed.version}</div>
          <HealthStatus health={health.status} />
          {health.message && <p className={styles.message}>{health.message}</p>}
        </div>
      ) : (
        <p className={styles.message}>Not deployed here.</p>
      )}
      <dl className={styles.facts}>
        {deployed && (
          <>
            <dt>Replicas</dt>
            <dd>
              {replicas.ready} of {replicas.desired} ready
              {scale?.override !== undefined && `, scaled by hand`}
            </dd>
            <dt>Running since</dt>
            <dd>
              <RelativeTime at={deployed.since} />
            </dd>
          </>
        )}
        <dt>Runs in</dt>
        <dd>
          {observation.cluster}/{observation.namespace}
        </dd>
      </dl>
      {lastDeployment && (
        <div className={styles.last}>
          <LastDeployment
            deployment={lastDeployment}
            onShow={onShowDeployment}
          />
        </div>
      )}
      <Notices observation={observation} observed={observed} />
    </>
  );
}

function Notices(props: {
  observation: Observation;
  observed: Pick<Observed, 'live' | 'heardAt'>;
}) {
  const { unavailable, observedAt, simulated, unfenced } = props.observation;
  const now = useNow();
  const { live, heardAt = Date.parse(observedAt) } = props.observed;
  // While the connection stands, what changes is told: old news is no stale news.
  const stale = live !== 'live' && now - heardAt > FRESH_MS;
  return (
    <>
      {unavailable && (
        <Notice tone="warning" icon={<RiCloudOffLine aria-hidden />}>
          {sentence(unavailable)} Shown is what was seen{' '}
          <RelativeTime at={observedAt} />.
        </Notice>
      )}
      {!unavailable && stale && (
        <Notice tone="warning" icon={<RiTimeLine aria-hidden />}>
          Stale: the cluster was last heard of{' '}
          <RelativeTime at={new Date(heardAt).toISOString()} />.
        </Notice>
      )}
      {simulated && (
        <Notice tone="info" icon={<RiFlaskLine aria-hidden />}>
          The pods of this cluster are simulated.
        </Notice>
      )}
      {unfenced && (
        <Notice tone="warning" icon={<RiShieldLine aria-hidden />}>
          {sentence(unfenced)}
        </Notice>
      )}
    </>
  );
}

function Notice(props: {
  tone: 'warning' | 'info';
  icon: ReactNode;
  children: ReactNode;
}) {
  return (
    <p className={`${styles.notice} ${styles[props.tone]}`}>
      {props.icon}
      <span>{props.children}</span>
    </p>
  );
}

function sentence(text: string): string {
  const start = text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}
