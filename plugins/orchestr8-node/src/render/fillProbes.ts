import { Module, Probe } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Container } from './workloads';

const KINDS = ['liveness', 'readiness', 'startup'] as const;

/**
 * Gives the container the probes of the specification that it lacks, when it
 * serves the probed port: a worker beside the service must not be asked.
 * `alone` says that no other workload could be meant.
 */
export function fillProbes(
  container: Container,
  module: Module,
  options: { alone: boolean },
): string[] {
  return KINDS.flatMap(kind => {
    const probe = module.spec.monitoring.healthChecks[kind];
    const key = `${kind}Probe`;
    if (!probe || container[key] !== undefined) {
      return [];
    }
    const undeclared = !container.ports?.length;
    if (!serves(container, probe) && !(options.alone && undeclared)) {
      return [];
    }
    container[key] = structuredClone(probe);
    return [`${kind} probe`];
  });
}

function serves(container: Container, probe: Probe): boolean {
  const port = portOf(probe);
  if (port === undefined) {
    return true; // an exec probe asks the container itself
  }
  return (container.ports ?? []).some(
    each => each.containerPort === port || each.name === port,
  );
}

function portOf({ httpGet, tcpSocket, grpc }: Probe): unknown {
  return (httpGet ?? tcpSocket ?? grpc)?.port;
}
