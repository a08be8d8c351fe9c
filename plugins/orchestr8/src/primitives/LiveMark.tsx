import {
  RiLoader4Line,
  RiRadioButtonLine,
  RiWifiOffLine,
} from '@remixicon/react';
import { StatusText } from './StatusText';
import { StreamState } from './useStream';

/** Whether what is shown is kept up to date. */
export function LiveMark(props: { state: StreamState }) {
  switch (props.state) {
    case 'live':
      return (
        <StatusText tone="success" icon={<RiRadioButtonLine aria-hidden />}>
          Live
        </StatusText>
      );
    case 'connecting':
      return (
        <StatusText tone="neutral" icon={<RiLoader4Line aria-hidden />} running>
          Connecting
        </StatusText>
      );
    case 'reconnecting':
      return (
        <StatusText tone="warning" icon={<RiWifiOffLine aria-hidden />}>
          Not live, reconnecting
        </StatusText>
      );
    case 'ended':
      return null;
    default:
      return props.state satisfies never;
  }
}
