import {
  conditionOf,
  degraded,
  HEALTHY,
  HealthRule,
  progressing,
} from './HealthRule';

/** Conditions by which custom kinds say that they are well, after the conventions of the API and kstatus. */
const SUMMARIES = ['Ready', 'Available'];

/** For kinds without a rule of their own: `observedGeneration`, `Stalled`, `Reconciling`, `Ready`; Healthy without any. */
export const conditionHealth: HealthRule = object => {
  const seen = object.status?.observedGeneration;
  const wanted = object.metadata.generation;
  if (seen !== undefined && wanted !== undefined && seen < wanted) {
    return progressing('Its controller has not seen the newest version yet');
  }
  const stalled = conditionOf(object, 'Stalled');
  if (stalled?.status === 'True') {
    return degraded(stalled.message ?? stalled.reason ?? 'It is stalled');
  }
  const reconciling = conditionOf(object, 'Reconciling');
  if (reconciling?.status === 'True') {
    return progressing(
      reconciling.message ?? reconciling.reason ?? 'It is being reconciled',
    );
  }
  for (const type of SUMMARIES) {
    const condition = conditionOf(object, type);
    if (condition && condition.status !== 'True') {
      const why = condition.message ?? condition.reason ?? `not ${type}`;
      return progressing(why);
    }
  }
  return HEALTHY;
};
