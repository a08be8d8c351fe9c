import { ReactElement } from 'react';
import { DeploymentState as State } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  RiArrowGoBackLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiLoader4Line,
  RiSkipForwardLine,
  RiStopCircleLine,
  RiTimeLine,
} from '@remixicon/react';
import { StatusText, Tone } from '../../primitives/StatusText';

const LOOKS: Record<State, { tone: Tone; icon: ReactElement; word: string }> = {
  queued: {
    tone: 'neutral',
    icon: <RiTimeLine aria-hidden />,
    word: 'Queued',
  },
  running: {
    tone: 'info',
    icon: <RiLoader4Line aria-hidden />,
    word: 'Running',
  },
  succeeded: {
    tone: 'success',
    icon: <RiCheckboxCircleLine aria-hidden />,
    word: 'Succeeded',
  },
  failed: {
    tone: 'danger',
    icon: <RiCloseCircleLine aria-hidden />,
    word: 'Failed',
  },
  cancelled: {
    tone: 'neutral',
    icon: <RiStopCircleLine aria-hidden />,
    word: 'Cancelled',
  },
  superseded: {
    tone: 'neutral',
    icon: <RiSkipForwardLine aria-hidden />,
    word: 'Superseded',
  },
  'rolled-back': {
    tone: 'warning',
    icon: <RiArrowGoBackLine aria-hidden />,
    word: 'Rolled back',
  },
};

/** State of a deployment as icon and word. */
export function DeploymentState(props: { state: State }) {
  const { tone, icon, word } = LOOKS[props.state];
  return (
    <StatusText tone={tone} icon={icon} running={props.state === 'running'}>
      {word}
    </StatusText>
  );
}
