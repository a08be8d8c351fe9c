import {
  RiLoader4Line,
  RiRadioButtonLine,
  RiWifiOffLine,
} from '@remixicon/react';
import { RelativeTime } from './RelativeTime';
import { StatusText } from './StatusText';
import { StreamState } from './keepReading';

/** Whether what is shown is kept up to date. */
export function LiveMark(props: {
  state: StreamState;
  /** When what is shown was last known to hold, milliseconds since 1970. */
  heardAt?: number;
}) {
  const { heardAt } = props;
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
          {heardAt !== undefined && (
            <>
              ; as of <RelativeTime at={new Date(heardAt).toISOString()} />
            </>
          )}
        </StatusText>
      );
    case 'ended':
      return null;
    default:
      return props.state satisfies never;
  }
}
