/** One environment of the path, as configured (language §7). @public */
export interface Environment {
  name: string;
  /** Name of the cluster. */
  cluster: string;
  /** Template of the namespace; `${module}` and `${environment}` are filled in. */
  namespace: string;
  promoteFrom?: string;
  delivery: 'direct' | 'argocd';
  /** The same version may be deployed with other content. */
  mutableVersions: boolean;
  gates: Gates;
  freeze: FreezeWindow[];
  /** Time that a deployment may take to become healthy, milliseconds. */
  timeoutMs: number;
  /** A deployment that fails puts back what ran before, and ends `rolled-back`. */
  rollbackOnFailure?: boolean;
}

/** @public */
export interface Gates {
  healthy?: boolean;
  /** Milliseconds. */
  soakMs?: number;
  noFiringAlerts?: 'info' | 'warning' | 'critical';
  approvals?: {
    required: number;
    /** Entity references of groups (and people). */
    from: string[];
    /** How long a request, and what was answered to it, is good for, milliseconds; default 24 hours. */
    expiresMs?: number;
  };
}

/** @public */
export interface FreezeWindow {
  cron: string;
  durationMs: number;
  reason: string;
}

/** Aliases that people type: `prod` is `production`. @public */
export function canonicalEnvironment(name: string): string {
  return name === 'prod' ? 'production' : name;
}

/** Namespace of a module in an environment. @public */
export function namespaceOf(environment: Environment, module: string): string {
  return environment.namespace
    .replaceAll('${module}', module)
    .replaceAll('${environment}', environment.name);
}
