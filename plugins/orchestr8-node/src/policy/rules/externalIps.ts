import { forEachObject } from '../forEachObject';

/** A Service with external IPs takes over traffic to addresses that are not its own (CVE-2020-8554). */
export const externalIps = forEachObject('external-ips', object =>
  object.kind === 'Service' && object.spec?.externalIPs?.length > 0
    ? [
        {
          path: 'spec.externalIPs',
          message:
            'The Service claims addresses, and would receive traffic that is meant for others.',
          remedy: 'Use an Ingress or a Service of type LoadBalancer.',
        },
      ]
    : [],
);
