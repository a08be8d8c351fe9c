import {
  Module,
  ModuleAlert,
  ModuleDependency,
  ModuleMonitoring,
  ModulePort,
  ModuleSpec,
  Probe,
} from './Module';
import { containerPort } from './normalise';

/** Timing of the probes that a path alone asks for. */
const PROBE_DEFAULTS = {
  liveness: { initialDelaySeconds: 30, periodSeconds: 10 },
  readiness: { initialDelaySeconds: 5, periodSeconds: 5 },
  startup: { periodSeconds: 10, failureThreshold: 30 },
} as const;

/** Parts of a module that may be absent before defaults are applied. */
export type SparseModule = Omit<Module, 'spec'> & { spec: SparseSpec };

export type SparseSpec = Partial<
  Omit<
    ModuleSpec,
    'team' | 'security' | 'networking' | 'monitoring' | 'dependencies'
  >
> & {
  team: string;
  security?: Partial<ModuleSpec['security']>;
  dependencies?: (Partial<ModuleDependency> & { name: string })[];
  networking?: {
    ports?: (Partial<ModulePort> & { name: string; port: number })[];
    ingress?: Partial<NonNullable<ModuleSpec['networking']['ingress']>>;
  };
  monitoring?: {
    metrics?: Partial<ModuleMonitoring['metrics']>;
    healthChecks?: Partial<Record<keyof typeof PROBE_DEFAULTS, Probe>>;
    alerts?: (Partial<ModuleAlert> & { name: string })[];
  };
};

/** Fills in the defaults of the language (§2); done twice it changes nothing more. */
export function withDefaults(sparse: SparseModule): Module {
  const { spec } = sparse;
  const ports = (spec.networking?.ports ?? []).map(port => ({
    ...port,
    protocol: port.protocol ?? 'TCP',
  }));
  const ingress = spec.networking?.ingress;
  return {
    ...sparse,
    spec: {
      ...spec,
      dependencies: (spec.dependencies ?? []).map(dependency => ({
        ...dependency,
        optional: dependency.optional ?? false,
      })),
      security: {
        podSecurityStandard: spec.security?.podSecurityStandard ?? 'restricted',
        networkIsolation: spec.security?.networkIsolation ?? true,
        secretsManager: spec.security?.secretsManager ?? 'none',
      },
      secrets: spec.secrets ?? [],
      networking: {
        ports,
        ...(ingress
          ? {
              ingress: {
                ...ingress,
                enabled: ingress.enabled ?? false,
                ...(ingress.tls
                  ? {
                      tls: {
                        ...ingress.tls,
                        enabled: ingress.tls.enabled ?? false,
                      },
                    }
                  : {}),
              },
            }
          : {}),
      },
      monitoring: monitoringWithDefaults(spec.monitoring, ports),
    },
  };
}

function monitoringWithDefaults(
  monitoring: SparseSpec['monitoring'],
  ports: ModulePort[],
): ModuleMonitoring {
  const metrics = monitoring?.metrics;
  const metricsPort =
    metrics?.port ??
    ports.find(port => port.name === 'metrics')?.name ??
    ports.find(port => port.name === 'http')?.name;
  const healthChecks: ModuleMonitoring['healthChecks'] = {};
  for (const kind of ['liveness', 'readiness', 'startup'] as const) {
    const probe = monitoring?.healthChecks?.[kind];
    if (probe) healthChecks[kind] = probeWithDefaults(kind, probe, ports[0]);
  }
  return {
    metrics: {
      enabled: metrics?.enabled ?? false,
      ...(metricsPort === undefined ? {} : { port: metricsPort }),
      path: metrics?.path ?? '/metrics',
    },
    healthChecks,
    alerts: (monitoring?.alerts ?? []).map(alert => ({
      ...alert,
      severity: alert.severity ?? (alert.slo ? 'critical' : 'warning'),
      for: alert.for ?? (alert.slo ? '0s' : '5m'),
    })),
  };
}

function probeWithDefaults(
  kind: keyof typeof PROBE_DEFAULTS,
  probe: Probe,
  firstPort: ModulePort | undefined,
): Probe {
  const port = containerPort(firstPort);
  const result: Probe = { ...PROBE_DEFAULTS[kind], ...probe };
  for (const handler of ['httpGet', 'tcpSocket'] as const) {
    const given = result[handler];
    if (given && given.port === undefined && port !== undefined) {
      result[handler] = { ...given, port };
    }
  }
  return result;
}
