import {
  conditionOf,
  degraded,
  HEALTHY,
  HealthRule,
  progressing,
} from './HealthRule';

/** Reasons for which an autoscaler knows nothing yet: they pass once metrics have been gathered. */
const STARTING =
  /^(FailedGet(Resource|Pods|Object|External)Metric|FailedComputeMetricsReplicas)$/;

/** Healthy while it scales, or deliberately does not; Degraded once it cannot. */
export const autoscalerHealth: HealthRule = object => {
  const able = conditionOf(object, 'AbleToScale');
  if (able?.status === 'False' && able.reason !== 'BackoffBoth') {
    return degraded(`It cannot scale (${able.reason}): ${able.message}`);
  }
  const active = conditionOf(object, 'ScalingActive');
  if (active?.status !== 'False' || active.reason === 'ScalingDisabled') {
    return able || active ? HEALTHY : progressing('It has not looked yet');
  }
  const why = `${active.reason}: ${active.message}`;
  return STARTING.test(active.reason ?? '') && !object.status?.lastScaleTime
    ? progressing(`It has no metrics yet (${why})`)
    : degraded(`It has no metrics to scale by (${why})`);
};
