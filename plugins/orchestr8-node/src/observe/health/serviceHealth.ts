import { HEALTHY, HealthRule, progressing } from './HealthRule';

/** Healthy by being there; a load balancer's once it has an address. */
export const serviceHealth: HealthRule = object => {
  if (object.spec?.type !== 'LoadBalancer') return HEALTHY;
  const addresses: unknown[] = object.status?.loadBalancer?.ingress ?? [];
  return addresses.length > 0
    ? HEALTHY
    : progressing('No load balancer has given it an address yet');
};
