import { ReactElement } from 'react';
import { ApprovalState as State } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  RiCheckboxCircleLine,
  RiCheckDoubleLine,
  RiCloseCircleLine,
  RiHistoryLine,
  RiTimeLine,
} from '@remixicon/react';
import { StatusText, Tone } from '../../primitives/StatusText';

const LOOKS: Record<State, { tone: Tone; icon: ReactElement; word: string }> = {
  waiting: {
    tone: 'warning',
    icon: <RiTimeLine aria-hidden />,
    word: 'Waits for approval',
  },
  approved: {
    tone: 'success',
    icon: <RiCheckboxCircleLine aria-hidden />,
    word: 'Approved',
  },
  rejected: {
    tone: 'danger',
    icon: <RiCloseCircleLine aria-hidden />,
    word: 'Rejected',
  },
  expired: {
    tone: 'neutral',
    icon: <RiHistoryLine aria-hidden />,
    word: 'Expired',
  },
  used: {
    tone: 'neutral',
    icon: <RiCheckDoubleLine aria-hidden />,
    word: 'Used',
  },
  void: {
    tone: 'neutral',
    icon: <RiHistoryLine aria-hidden />,
    word: 'Void',
  },
};

/** How a request for approval stands, as icon and words. */
export function ApprovalState(props: { state: State }) {
  const { tone, icon, word } = LOOKS[props.state];
  return (
    <StatusText tone={tone} icon={icon}>
      {word}
    </StatusText>
  );
}

/** Whether something can still become of it. */
export const isOpen = (state: State) =>
  state === 'waiting' || state === 'approved';
