import {
  conditionOf,
  degraded,
  HEALTHY,
  HealthRule,
  progressing,
  suspended,
} from './HealthRule';

/** Healthy once complete; Degraded once it has given up. */
export const jobHealth: HealthRule = object => {
  const { status = {} } = object;
  const failed = conditionOf(object, 'Failed');
  if (failed?.status === 'True') {
    return degraded(
      `It gave up (${failed.reason ?? 'Failed'}): ${
        failed.message ?? 'no message'
      }`,
    );
  }
  if (conditionOf(object, 'Complete')?.status === 'True') return HEALTHY;
  if (object.spec?.suspend) return suspended('It is suspended');
  const want: number = object.spec?.completions ?? 1;
  const done: number = status.succeeded ?? 0;
  const tried: number = status.failed ?? 0;
  return progressing(
    `${done} of ${want} completed${tried ? `, ${tried} failed so far` : ''}`,
  );
};

/** Healthy by being there: whether the last run went well is told by its Jobs. */
export const cronJobHealth: HealthRule = object =>
  object.spec?.suspend ? suspended('It is suspended') : HEALTHY;
