import { ObjectRef } from './ObjectRef';

/** One environment of the path, as configured (language §7). @public */
export interface Environment {
  name: string;
  /** Name of the cluster. */
  cluster: string;
  /** Template of the namespace; `${module}` and `${environment}` are filled in. */
  namespace: string;
  promoteFrom?: string;
  /** Who writes to the cluster: the portal, or Argo CD by an Application that the portal writes. */
  delivery: 'direct' | 'argocd';
  /** With `argocd`: what its Applications say. */
  argocd?: ArgoDelivery;
  /** The same version may be deployed with other content. */
  mutableVersions: boolean;
  gates: Gates;
  freeze: FreezeWindow[];
  /** Time that a deployment may take to become healthy, milliseconds. */
  timeoutMs: number;
  /** A deployment that fails puts back what ran before, and ends `rolled-back`. */
  rollbackOnFailure?: boolean;
}

/**
 * What the Applications of an environment say. In `path` and `revision`,
 * `${module}`, `${environment}` and `${version}` are filled in.
 *
 * @public
 */
export interface ArgoDelivery {
  /** Namespace of the Applications, in the environment's cluster. */
  namespace: string;
  /** Name of the AppProject. */
  project: string;
  /** URL of the repository from which Argo CD reads charts. */
  repository: string;
  /** Folder of the chart in it. */
  path: string;
  /** Branch, tag or commit. */
  revision: string;
  /** API server that Argo CD delivers to, by the URL by which it knows it. */
  server: string;
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

/** The Application by which Argo CD delivers a module to an environment: it bears the name of the namespace; `undefined` where the portal delivers. @public */
export function applicationOf(
  environment: Environment,
  module: string,
): ObjectRef | undefined {
  const { delivery, argocd } = environment;
  if (delivery !== 'argocd' || !argocd) return undefined;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    name: namespaceOf(environment, module),
    namespace: argocd.namespace,
  };
}
