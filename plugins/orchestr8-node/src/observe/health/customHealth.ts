import {
  Health,
  KubernetesObject,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import equal from 'fast-deep-equal';
import {
  Condition,
  conditionOf,
  degraded,
  HEALTHY,
  HealthRule,
  progressing,
  suspended,
} from './HealthRule';

const wordsOf = ({ reason, message }: Condition) =>
  message ?? reason ?? 'no reason given';

/** Degraded where the condition is False: these controllers set it so only after an error, and try again. */
function byCondition(type: string, yet: string): HealthRule {
  return object => {
    const condition = conditionOf(object, type);
    if (condition?.status === 'True') return HEALTHY;
    return condition?.status === 'False'
      ? degraded(wordsOf(condition))
      : progressing(yet);
  };
}

/** external-secrets.io: the Secret has been fetched. */
export const externalSecretHealth = byCondition(
  'Ready',
  'Its Secret has not been fetched yet',
);

/** bitnami.com: the Secret has been unsealed. */
export const sealedSecretHealth = byCondition(
  'Synced',
  'It has not been unsealed yet',
);

/** cert-manager.io: issued; a certificate that is being renewed is still good. */
export const certificateHealth: HealthRule = object => {
  const ready = conditionOf(object, 'Ready');
  if (ready?.status === 'True') return HEALTHY;
  const issuing = conditionOf(object, 'Issuing');
  if (issuing?.status === 'True') return progressing(wordsOf(issuing));
  if (issuing?.status === 'False' && issuing.reason === 'Failed') {
    return degraded(wordsOf(issuing));
  }
  return progressing(ready ? wordsOf(ready) : 'It has not been issued yet');
};

/** apiextensions.k8s.io: the API server serves it. */
export const definitionHealth: HealthRule = object => {
  const refused = conditionOf(object, 'NamesAccepted');
  if (refused?.status === 'False') return degraded(wordsOf(refused));
  return conditionOf(object, 'Established')?.status === 'True'
    ? HEALTHY
    : progressing('The API server does not serve it yet');
};

const ARGO_HEALTH: Record<string, (message: string) => Health> = {
  Healthy: () => HEALTHY,
  Progressing: progressing,
  Suspended: suspended,
  Degraded: degraded,
  Missing: message => ({ status: 'Missing', message }),
};

/** argoproj.io Application: what Argo CD says, once it is about what is asked for. */
export const applicationHealth: HealthRule = object => {
  const { health, sync, operationState } = object.status ?? {};
  if (isOfAnotherSource(object)) {
    return progressing('Argo CD has not seen what is asked for now');
  }
  if (operationState?.phase === 'Running') {
    return progressing(operationState.message ?? 'Argo CD is syncing');
  }
  if (['Failed', 'Error'].includes(operationState?.phase)) {
    return degraded(`The sync failed: ${operationState.message}`);
  }
  if (sync?.status === 'OutOfSync') return progressing('It is out of sync');
  const told = ARGO_HEALTH[health?.status];
  return told
    ? told(health.message ?? `Argo CD says ${health.status}`)
    : { status: 'Unknown', message: 'Argo CD has not judged it yet' };
};

/** What Argo CD says was compared with another source than the one in the specification. */
export function isOfAnotherSource({ spec, status }: KubernetesObject): boolean {
  const compared = status?.sync?.comparedTo?.source;
  return (
    compared !== undefined &&
    spec?.source !== undefined &&
    !equal(compared, spec.source)
  );
}

/** argoproj.io Rollout. */
export const rolloutHealth: HealthRule = object => {
  const { status = {}, metadata, spec = {} } = object;
  if (
    String(status.observedGeneration ?? 0) !== String(metadata.generation ?? 0)
  ) {
    return progressing('Its controller has not seen the newest version yet');
  }
  if (status.abort || status.phase === 'Degraded') {
    return degraded(status.message ?? 'The rollout was aborted');
  }
  if (status.phase === 'Paused' || spec.paused) {
    return suspended(status.message ?? 'The rollout is paused');
  }
  return status.phase === 'Healthy'
    ? HEALTHY
    : progressing(status.message ?? 'The rollout is under way');
};
