import { conditionOf, degraded, HEALTHY, HealthRule } from './HealthRule';

/** Healthy by being there, whether it allows a disruption just now or not; Degraded when it cannot count its pods. */
export const disruptionBudgetHealth: HealthRule = object => {
  const allowed = conditionOf(object, 'DisruptionAllowed');
  return allowed?.status === 'False' && allowed.reason === 'SyncFailed'
    ? degraded(`It cannot count its pods: ${allowed.message}`)
    : HEALTHY;
};
