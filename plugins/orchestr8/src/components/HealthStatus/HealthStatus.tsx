import { ReactElement } from 'react';
import { Health } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiIndeterminateCircleLine,
  RiLoader4Line,
  RiPauseCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import { StatusText, Tone } from '../../primitives/StatusText';

const LOOKS: Record<Health['status'], { tone: Tone; icon: ReactElement }> = {
  Healthy: { tone: 'success', icon: <RiCheckboxCircleLine aria-hidden /> },
  Suspended: { tone: 'neutral', icon: <RiPauseCircleLine aria-hidden /> },
  Progressing: { tone: 'info', icon: <RiLoader4Line aria-hidden /> },
  Missing: { tone: 'warning', icon: <RiIndeterminateCircleLine aria-hidden /> },
  Degraded: { tone: 'danger', icon: <RiCloseCircleLine aria-hidden /> },
  Unknown: { tone: 'neutral', icon: <RiQuestionLine aria-hidden /> },
};

/** Health as icon and word. The message, if wanted, is the caller's to place. */
export function HealthStatus(props: { health: Health['status'] }) {
  const { tone, icon } = LOOKS[props.health] ?? LOOKS.Unknown;
  return (
    <StatusText
      tone={tone}
      icon={icon}
      running={props.health === 'Progressing'}
    >
      {props.health}
    </StatusText>
  );
}
