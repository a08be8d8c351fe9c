import { ReactElement } from 'react';
import { ChangeAction } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  RiAddCircleLine,
  RiDeleteBinLine,
  RiEqualLine,
  RiPencilLine,
  RiSkipForwardLine,
} from '@remixicon/react';
import { StatusText, Tone } from '../../primitives/StatusText';

const LOOKS: Record<
  ChangeAction,
  { tone: Tone; icon: ReactElement; word: string }
> = {
  create: {
    tone: 'success',
    icon: <RiAddCircleLine aria-hidden />,
    word: 'Create',
  },
  update: { tone: 'info', icon: <RiPencilLine aria-hidden />, word: 'Update' },
  delete: {
    tone: 'danger',
    icon: <RiDeleteBinLine aria-hidden />,
    word: 'Delete',
  },
  unchanged: {
    tone: 'neutral',
    icon: <RiEqualLine aria-hidden />,
    word: 'Unchanged',
  },
  skip: {
    tone: 'neutral',
    icon: <RiSkipForwardLine aria-hidden />,
    word: 'Left alone',
  },
};

/** What happens to an object, as icon and word. */
export function ChangeActionText(props: { action: ChangeAction }) {
  const { tone, icon, word } = LOOKS[props.action];
  return (
    <StatusText tone={tone} icon={icon}>
      {word}
    </StatusText>
  );
}
