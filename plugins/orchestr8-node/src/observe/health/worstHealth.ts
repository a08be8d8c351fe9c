import {
  Health,
  HEALTH_ORDER,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** The worst of the parts, with the message of the first part that is as bad; Healthy when there is none. */
export function worstHealth(parts: readonly Health[]): Health {
  let worst: Health = { status: 'Healthy' };
  for (const part of parts) {
    if (
      HEALTH_ORDER.indexOf(part.status) > HEALTH_ORDER.indexOf(worst.status)
    ) {
      worst = part;
    }
  }
  return worst;
}
