import { ReactElement } from 'react';
import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  RiAlertLine,
  RiCloseCircleLine,
  RiInformationLine,
} from '@remixicon/react';
import { StatusText, Tone } from '../../primitives/StatusText';

const LOOKS: Record<
  Problem['severity'],
  { tone: Tone; icon: ReactElement; word: string }
> = {
  error: {
    tone: 'danger',
    icon: <RiCloseCircleLine aria-hidden />,
    word: 'Error',
  },
  warning: {
    tone: 'warning',
    icon: <RiAlertLine aria-hidden />,
    word: 'Warning',
  },
  info: {
    tone: 'info',
    icon: <RiInformationLine aria-hidden />,
    word: 'Information',
  },
};

/** How bad a problem is, as icon and words, with its code. */
export function ProblemSeverity(props: Pick<Problem, 'severity' | 'code'>) {
  const { tone, icon, word } = LOOKS[props.severity];
  return (
    <StatusText tone={tone} icon={icon}>
      {word} {props.code}
    </StatusText>
  );
}
