import { ReactElement } from 'react';
import { DependencyTree } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  RiAlertLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiLoopRightLine,
  RiMore2Line,
  RiQuestionLine,
  RiStackLine,
} from '@remixicon/react';
import { StatusText, Tone } from '../../primitives/StatusText';

type State = DependencyTree['state'];

const LOOKS: Record<State, { tone: Tone; icon: ReactElement; word: string }> = {
  root: { tone: 'neutral', icon: <RiStackLine aria-hidden />, word: 'Module' },
  satisfied: {
    tone: 'success',
    icon: <RiCheckboxCircleLine aria-hidden />,
    word: 'Satisfied',
  },
  missing: {
    tone: 'danger',
    icon: <RiCloseCircleLine aria-hidden />,
    word: 'Missing',
  },
  unsuitable: {
    tone: 'danger',
    icon: <RiAlertLine aria-hidden />,
    word: 'Unsuitable version',
  },
  'unknown-module': {
    tone: 'danger',
    icon: <RiQuestionLine aria-hidden />,
    word: 'Unknown module',
  },
  cycle: {
    tone: 'danger',
    icon: <RiLoopRightLine aria-hidden />,
    word: 'Cycle',
  },
  repeated: {
    tone: 'neutral',
    icon: <RiMore2Line aria-hidden />,
    word: 'Shown above',
  },
};

/** How a dependency stands, as icon and words; what is optional is only a warning. */
export function DependencyState(props: { state: State; optional: boolean }) {
  const { tone, icon, word } = LOOKS[props.state];
  const softened = props.optional && tone === 'danger' ? 'warning' : tone;
  return (
    <StatusText tone={softened} icon={icon}>
      {word}
    </StatusText>
  );
}
