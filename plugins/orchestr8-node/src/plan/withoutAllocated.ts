import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';

interface ServiceSpec {
  ports?: { nodePort?: number }[];
  [field: string]: unknown;
}

/** Addresses and ports that the server chooses when a Service is made. */
const ALLOCATED = ['clusterIP', 'clusterIPs', 'healthCheckNodePort'];

/**
 * What a dry run makes of a new object, without the addresses and ports that it makes
 * up: the Service that is made has others.
 */
export function withoutAllocated(
  trial: KubernetesObject,
  written: KubernetesObject,
): KubernetesObject {
  if (written.apiVersion !== 'v1' || written.kind !== 'Service') return trial;
  const own = (written.spec ?? {}) as ServiceSpec;
  const { ports, ...rest } = (trial.spec ?? {}) as ServiceSpec;
  const fields = Object.entries(rest).filter(
    ([field]) => !ALLOCATED.includes(field) || own[field] !== undefined,
  );
  return {
    ...trial,
    spec: {
      ...Object.fromEntries(fields),
      ...(ports ? { ports: ports.map(chosenPort) } : {}),
    },
  };

  function chosenPort(
    { nodePort, ...port }: NonNullable<ServiceSpec['ports']>[0],
    index: number,
  ) {
    return own.ports?.[index]?.nodePort ? { ...port, nodePort } : port;
  }
}
