import {
  Deployment,
  DeploymentFailure,
  DeploymentStep,
  Environment,
  Manifest,
  ModuleFiles,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader, ClusterWriter } from './adapters/Cluster';

/** A plan with the very bytes that it shows: what is stored, and what is applied. */
export interface PlannedDeployment {
  plan: Plan;
  manifests: Manifest[];
}

/** What the engine must be told about the world outside the cluster to make a plan. */
export interface PlanInput {
  files: ModuleFiles;
  /** Digest of the release, from `releaseDigest`. */
  release: string;
  environment: Environment;
  cluster: ClusterReader & Pick<ClusterWriter, 'apply'>;
  /** Environment that the release is promoted from. */
  promotedFrom?: string;
  /** What is recorded as deployed there now. */
  replaces?: { release: string; version: string };
  /** Modules that the catalog knows → version deployed in the target environment and its namespace, if any. */
  modules: ReadonlyMap<string, { deployed?: string; namespace: string }>;
  /** Names of modules that declare this one as dependency → their namespace in this environment. */
  dependents: ReadonlyMap<string, string>;
  /** Scale override in force. */
  replicas?: number;
  /** Marks the pod templates so that all pods are made anew. ISO 8601. */
  restartedAt?: string;
  /** Gate results, from `evaluateGates` of common/promotion. */
  gates: Plan['gates'];
  /** ISO 8601. */
  now: string;
  /** The environment is the last of the path: stricter lint. */
  lastEnvironment: boolean;
}

/** How carrying out a plan ended. */
export interface ExecutionOutcome {
  state: 'succeeded' | 'failed' | 'cancelled';
  message: string;
  failure?: DeploymentFailure;
  steps: DeploymentStep[];
}

/** What the engine needs to carry out a plan. */
export interface ExecuteOptions {
  deployment: Pick<Deployment, 'id'>;
  cluster: ClusterWriter;
  timeoutMs: number;
  /** Aborting with reason `'cancelled'` cancels; any other reason abandons (the lease was lost) without a verdict. */
  signal: AbortSignal;
  /** Called with all steps whenever one of them changes; awaited before the next write to the cluster. */
  onProgress(steps: DeploymentStep[], message: string): Promise<void>;
}
