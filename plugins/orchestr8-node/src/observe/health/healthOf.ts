import {
  Health,
  KubernetesObject,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { autoscalerHealth } from './autoscalerHealth';
import {
  applicationHealth,
  certificateHealth,
  definitionHealth,
  externalSecretHealth,
  rolloutHealth,
  sealedSecretHealth,
} from './customHealth';
import { disruptionBudgetHealth } from './disruptionBudgetHealth';
import { HealthRule } from './HealthRule';
import { cronJobHealth, jobHealth } from './jobHealth';
import { conditionHealth } from './conditionHealth';
import { daemonSetHealth } from './daemonSetHealth';
import { deploymentHealth } from './deploymentHealth';
import { podHealth } from './podHealth';
import { replicaSetHealth } from './replicaSetHealth';
import { serviceHealth } from './serviceHealth';
import { statefulSetHealth } from './statefulSetHealth';
import { volumeClaimHealth } from './volumeClaimHealth';

/** Group and kind → rule. The group is empty for the core API. */
const RULES: Record<string, HealthRule> = {
  'apps/Deployment': deploymentHealth,
  'apps/ReplicaSet': replicaSetHealth,
  'apps/StatefulSet': statefulSetHealth,
  'apps/DaemonSet': daemonSetHealth,
  'batch/Job': jobHealth,
  'batch/CronJob': cronJobHealth,
  '/Pod': podHealth,
  '/PersistentVolumeClaim': volumeClaimHealth,
  '/Service': serviceHealth,
  'autoscaling/HorizontalPodAutoscaler': autoscalerHealth,
  'policy/PodDisruptionBudget': disruptionBudgetHealth,
  'apiextensions.k8s.io/CustomResourceDefinition': definitionHealth,
  'external-secrets.io/ExternalSecret': externalSecretHealth,
  'bitnami.com/SealedSecret': sealedSecretHealth,
  'cert-manager.io/Certificate': certificateHealth,
  'argoproj.io/Application': applicationHealth,
  'argoproj.io/Rollout': rolloutHealth,
};

/**
 * How one live object fares, from nothing but the object: the API server's
 * JSON, so that fixtures prove it. An object that is being deleted is
 * Progressing; a kind without a rule is judged by its conditions, and is
 * Healthy when it has none (a ConfigMap is well by being there). An Ingress is
 * well by being there too: whether a controller serves it, it cannot tell.
 */
export function healthOf(object: KubernetesObject): Health {
  if (object.metadata.deletionTimestamp) {
    return { status: 'Progressing', message: 'It is being deleted' };
  }
  const group = object.apiVersion.includes('/')
    ? object.apiVersion.split('/')[0]
    : '';
  const rule = RULES[`${group}/${object.kind}`] ?? conditionHealth;
  return rule(object);
}

/** The cluster does not have the object. */
export function missing(what: string): Health {
  return { status: 'Missing', message: `${what} is not in the cluster` };
}
