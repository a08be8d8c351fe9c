import { Module } from '../Module';
import { containerPort } from '../normalise';

/** Where a module is to run, as far as the chart may know. @public */
export interface ChartTarget {
  cluster: string;
  namespace: string;
}

/** A value for the chart and the part of the module that it was made from. */
export interface DerivedValue {
  path: string[];
  value: unknown;
  from?: string[];
}

/** What the specification says to the chart, under the usual keys (language §3). */
export function chartValues(
  module: Module,
  environment: string,
  target?: ChartTarget,
): DerivedValue[] {
  const { metadata, spec } = module;
  const { ports, ingress } = spec.networking;
  const { healthChecks, metrics } = spec.monitoring;
  const monitoring = ['spec', 'monitoring'];
  return present([
    { path: ['resources'], value: spec.resources, from: ['spec', 'resources'] },
    {
      path: ['service', 'ports'],
      value: ports.length
        ? ports.map(port => ({ ...port, targetPort: containerPort(port) }))
        : undefined,
      from: ['spec', 'networking', 'ports'],
    },
    {
      path: ['service', 'port'],
      value: ports[0]?.port,
      from: ['spec', 'networking', 'ports', '0', 'port'],
    },
    {
      path: ['ingress'],
      value: ingress && ingressValues(ingress),
      from: ['spec', 'networking', 'ingress'],
    },
    ...(['liveness', 'readiness', 'startup'] as const).map(kind => ({
      path: [`${kind}Probe`],
      value: healthChecks[kind],
      from: [...monitoring, 'healthChecks', kind],
    })),
    { path: ['metrics'], value: metrics, from: [...monitoring, 'metrics'] },
    {
      // The module's own account is generated; a second one would be in its way.
      path: ['serviceAccount'],
      value: { create: false, name: metadata.name },
      from: ['metadata', 'name'],
    },
    {
      path: ['module'],
      value: {
        name: metadata.name,
        version: metadata.version,
        team: spec.team,
      },
      from: ['metadata'],
    },
    { path: ['environment'], value: { name: environment, ...target } },
  ]);
}

/** Both as the specification says it and as charts made by `helm create` read it. */
function ingressValues(
  ingress: NonNullable<Module['spec']['networking']['ingress']>,
) {
  const { enabled, host, className, tls } = ingress;
  const path = ingress.path ?? '/';
  return {
    enabled,
    ...(className ? { className } : {}),
    ...(host ? { host, path } : {}),
    hosts: host ? [{ host, paths: [{ path, pathType: 'Prefix' }] }] : [],
    tls:
      tls?.enabled && host
        ? [
            {
              hosts: [host],
              ...(tls.secretName ? { secretName: tls.secretName } : {}),
            },
          ]
        : [],
  };
}

const present = (values: DerivedValue[]) =>
  values.filter(({ value }) => value !== undefined);
