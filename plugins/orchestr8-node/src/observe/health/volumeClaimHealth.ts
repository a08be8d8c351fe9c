import { degraded, HEALTHY, HealthRule, progressing } from './HealthRule';

/** Healthy once bound. */
export const volumeClaimHealth: HealthRule = object => {
  switch (object.status?.phase) {
    case 'Bound':
      return HEALTHY;
    case 'Lost':
      return degraded('Its volume is gone');
    default:
      return progressing('No volume has been bound to it yet');
  }
};
