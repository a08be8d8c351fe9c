import { ObjectRef } from './ObjectRef';
import { ChangeAction } from './Plan';

/** @public */
export type DeploymentState =
  | 'queued'
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'superseded'
  | 'rolled-back';

/** Why a deployment exists. @public */
export type DeploymentKind =
  | 'deploy'
  | 'promote'
  | 'rollback'
  | 'scale'
  | 'restart'
  | 'delete';

/** The states that nothing leaves. @public */
export const TERMINAL_STATES: readonly DeploymentState[] = [
  'succeeded',
  'failed',
  'cancelled',
  'superseded',
  'rolled-back',
];

/** @public */
export function isTerminal(state: DeploymentState): boolean {
  return TERMINAL_STATES.includes(state);
}

/** The carrying out of one plan. @public */
export interface Deployment {
  id: string;
  kind: DeploymentKind;
  module: string;
  version: string;
  release: string;
  environment: string;
  cluster: string;
  namespace: string;
  plan: string;
  promotedFrom?: string;
  /** Id of the deployment that this one, a rollback, takes back. */
  rollsBack?: string;
  state: DeploymentState;
  /** One sentence: what it waits for now, or how it ended. */
  message: string;
  /** What went wrong, when it failed. */
  failure?: DeploymentFailure;
  requestedBy: string;
  /** Entity references of those whose approval it used. */
  approvedBy?: string[];
  /** What runs there again, when it ended `rolled-back`. */
  rolledBackTo?: { release: string; version: string };
  steps: DeploymentStep[];
  /** What runs that broke off had done before another took the deployment up, oldest first. */
  earlierRuns?: DeploymentRun[];
  createdAt: string;
  startedAt?: string;
  finishedAt?: string;
}

/** The steps of one run of a deployment, as far as it came. @public */
export interface DeploymentRun {
  /** Of its claim on module and environment; a later run has a higher one. */
  epoch: number;
  steps: DeploymentStep[];
}

/** Cause, evidence and remedy of a failure. @public */
export interface DeploymentFailure {
  /** Stable name, such as `image-pull`, `crash-loop`, `timeout`, `conflict`, `cluster-unreachable`. */
  cause: string;
  message: string;
  object?: ObjectRef;
  /** Lines of proof: event messages, container states. */
  evidence: string[];
  remedy: string;
}

/** One step; `rollback` only where a failure puts back what ran before. @public */
export interface DeploymentStep {
  name: 'plan' | 'hooks' | 'apply' | 'wait' | 'prune' | 'record' | 'rollback';
  state: 'pending' | 'running' | 'succeeded' | 'failed' | 'skipped';
  message: string;
  startedAt?: string;
  finishedAt?: string;
  objects?: {
    object: ObjectRef;
    action: ChangeAction;
    outcome: 'done' | 'failed';
    message?: string;
  }[];
}

/** One entry of the event stream of a deployment; `sequence` is the cursor. @public */
export interface DeploymentEvent {
  sequence: number;
  at: string;
  deployment: Deployment;
}
