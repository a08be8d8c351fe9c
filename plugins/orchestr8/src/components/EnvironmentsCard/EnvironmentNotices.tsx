import { ReactNode } from 'react';
import { Observation } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  RiCloudOffLine,
  RiFlaskLine,
  RiKeyLine,
  RiShieldLine,
  RiTimeLine,
} from '@remixicon/react';
import { Observed } from '../../api/ObservationFeed';
import { RelativeTime } from '../../primitives/RelativeTime';
import { useNow } from '../../primitives/useNow';
import { wasSeen } from './wasSeen';
import styles from './EnvironmentsCard.module.css';

/** Older observations are stale, in milliseconds. */
const FRESH_MS = 60_000;

/** How far what is shown can be relied on, and what the cluster lacks. */
export function EnvironmentNotices(props: {
  observation: Observation;
  observed: Pick<Observed, 'live' | 'heardAt'>;
}) {
  const { unavailable, observedAt, simulated, unfenced, sharedAccount } =
    props.observation;
  const now = useNow();
  const { live, heardAt = Date.parse(observedAt) } = props.observed;
  // While the connection stands, what changes is told: old news is no stale news.
  const stale = live !== 'live' && now - heardAt > FRESH_MS;
  return (
    <>
      {unavailable && (
        <Notice tone="warning" icon={<RiCloudOffLine aria-hidden />}>
          {sentence(unavailable)}{' '}
          {wasSeen(props.observation) ? (
            <>
              Shown is what was seen <RelativeTime at={observedAt} />.
            </>
          ) : (
            'How it is there now is not known.'
          )}
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
      {sharedAccount && (
        <Notice tone="warning" icon={<RiKeyLine aria-hidden />}>
          {sentence(sharedAccount)}
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
