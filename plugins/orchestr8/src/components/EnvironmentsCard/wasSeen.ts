import { Observation } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Whether the cluster was ever heard of: else there is only what is recorded of it. */
export function wasSeen({ health, unavailable }: Observation): boolean {
  return !(unavailable && health.status === 'Unknown');
}
