import {
  Deployment,
  DeploymentEvent,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Claim } from '../store/Claim';
import { DeploymentSignals } from './DeploymentSignals';

/** Answers how to wait for an event of a run to be recorded, and tell it to those who read along. */
export function tellEvents({ begun }: Claim, signals: DeploymentSignals) {
  const { id, module } = begun.deployment;
  // Not known while something is being recorded, nor after it was not heard whether it is.
  let last: number | undefined = begun.sequence;
  return async (recorded: Promise<DeploymentEvent>): Promise<Deployment> => {
    const after = last;
    last = undefined;
    const event = await recorded;
    last = event.sequence;
    const known = after === undefined ? {} : { told: { after, event } };
    signals.notify({ id, module, progress: true, ...known });
    return event.deployment;
  };
}
