import { ObjectRef } from './ObjectRef';
import { Deployment } from './Deployment';

/** From best to worst; the worst of the parts is the health of the whole. @public */
export type HealthStatus =
  | 'Healthy'
  | 'Suspended'
  | 'Progressing'
  | 'Missing'
  | 'Degraded'
  | 'Unknown';

/** @public */
export const HEALTH_ORDER: readonly HealthStatus[] = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Unknown',
];

/** @public */
export interface Health {
  status: HealthStatus;
  /** One sentence why; always there unless Healthy. */
  message?: string;
}

/** A pod of the module as seen now. @public */
export interface PodObservation {
  name: string;
  phase: string;
  ready: boolean;
  restarts: number;
  containers: string[];
  health: Health;
  createdAt: string;
}

/** Module × environment as seen now. @public */
export interface Observation {
  module: string;
  environment: string;
  cluster: string;
  namespace: string;
  /** Absent when nothing is deployed there. */
  deployed?: { version: string; release: string; since: string };
  health: Health;
  replicas: { ready: number; desired: number };
  /** Bounds of `o8 module scale` and the override in force. */
  scale?: {
    override?: number;
    by?: string;
    since?: string;
    /** Replicas that may be asked for; absent when nothing is deployed. */
    min?: number;
    max?: number;
  };
  pods: PodObservation[];
  objects: { object: ObjectRef; health: Health }[];
  lastDeployment?: Deployment;
  /** Where a release can be promoted to from here, and what is unmet. */
  promotesTo?: string;
  /** When the cluster was last heard of; older than a minute means the data is stale. */
  observedAt: string;
  /** Why there is no fresh data, in words: `the cluster "x" cannot be reached: …`. */
  unavailable?: string;
  /** The cluster's pods are simulated (playground). */
  simulated?: boolean;
  /** Why the cluster would not refuse the late writes of a run that was overtaken, or that it was prepared by an earlier version, and what to do; absent: it does, or could not be asked. */
  unfenced?: string;
  /** That one account reads and writes the cluster although the two are configured apart, and what to do; absent: it is not so, or not known. */
  sharedAccount?: string;
}

/** State of one of the module's own alerts. @public */
export interface AlertObservation {
  name: string;
  severity: 'info' | 'warning' | 'critical';
  /** The condition as written, or the PromQL. */
  condition: string;
  /** `unknown`: nobody knows the rule, or nobody could be asked. */
  state: 'inactive' | 'pending' | 'firing' | 'unknown';
  since?: string;
  value?: string;
  /** Why nobody is told of it although it fires; absent when people are told. */
  suppression?: {
    kind: 'silenced' | 'inhibited';
    /** Who silenced it, or the alert that inhibits it. */
    by?: string;
    /** What they said about it. */
    reason?: string;
    /** ISO 8601: when the silence ends. */
    until?: string;
  };
  description?: string;
  runbook?: string;
}

/** The alerts of a module in an environment; `configured: false` when there is no Prometheus and no Alertmanager to ask. @public */
export interface Alerts {
  configured: boolean;
  message?: string;
  alerts: AlertObservation[];
}

/** One line of a log. @public */
export interface LogLine {
  /** RFC 3339 with nanoseconds, as the kubelet gave it. */
  time: string;
  pod: string;
  container: string;
  text: string;
}
