import {
  Deployment,
  DeploymentFailure,
  DeploymentKind,
  DeploymentStep,
  Environment,
  Leave,
  Manifest,
  ModuleFiles,
  ObjectRef,
  Plan,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader, ClusterWriter } from './adapters/Cluster';
import type { Fence } from './apply/fence/fenceOf';
import type { SharedWatches } from './observe/SharedWatches';

/** A plan with the very bytes that it shows: what is stored, and what is applied. */
export interface PlannedDeployment {
  plan: Plan;
  manifests: Manifest[];
}

/** What the engine must be told to plan that a module goes from an environment. */
export interface DeletionInput {
  module: string;
  environment: Environment;
  cluster: ClusterReader;
  /** What is recorded as deployed there now; absent: what the cluster's own inventory says. */
  replaces?: { release: string; version: string };
  /** What is deleted only because leave was given: `claims`, `namespace`, `definitions`. */
  leave?: readonly Leave[];
  /** ISO 8601. */
  now: string;
}

/** What the engine must be told about the world outside the cluster to make a plan. */
export interface PlanInput {
  files: ModuleFiles;
  /** Digest of the release, from `releaseDigest`. */
  release: string;
  environment: Environment;
  cluster: ClusterReader & Pick<ClusterWriter, 'apply' | 'writingAs'>;
  /**
   * What the plan is for; absent: `deploy`. A rollback is a plan like any other,
   * of the bytes of an earlier release in the environment as it is today.
   */
  kind?: DeploymentKind;
  /** What somebody who may gave leave for: `emptying`, `conflicts`. */
  leave?: readonly Leave[];
  /** Environment that the release is promoted from. */
  promotedFrom?: string;
  /** What is recorded as deployed there now. */
  replaces?: { release: string; version: string };
  /** Modules that the catalog knows → version deployed in the target environment and its namespace, if any; of dependencies also the versions that were released. */
  modules: ReadonlyMap<
    string,
    { deployed?: string; namespace: string; released?: readonly string[] }
  >;
  /** Names of modules that declare this one as dependency → their namespace in this environment. */
  dependents: ReadonlyMap<string, string>;
  /** Scale override in force. */
  replicas?: number;
  /** Marks the pod templates so that all pods are made anew. ISO 8601. */
  restartedAt?: string;
  /** The chart's tests are planned and judged too; carrying the plan out leaves them to `runTests`. */
  tests?: boolean;
  /** Gate results, from `evaluateGates` of common/promotion. */
  gates: Plan['gates'];
  /** ISO 8601. */
  now: string;
  /** The environment is the last of the path: stricter lint. */
  lastEnvironment: boolean;
}

/** How carrying out a plan ended. */
export interface ExecutionOutcome {
  /** `rolled-back`: it failed, and what ran before runs again. */
  state: 'succeeded' | 'failed' | 'cancelled' | 'rolled-back';
  message: string;
  failure?: DeploymentFailure;
  /** What runs again, when it was rolled back. */
  rolledBackTo?: { release: string; version: string };
  steps: DeploymentStep[];
  /** Whether the cluster refused writes of runs that were overtaken; absent when it was not asked. */
  fence?: Fence;
}

/** What the engine needs to carry out a plan. */
export interface ExecuteOptions {
  deployment: Pick<Deployment, 'id'>;
  cluster: ClusterWriter;
  /** Watches on the cluster that the process shares, read where they show enough; absent: it watches for itself. */
  watches?: SharedWatches;
  /**
   * Epoch of the run's claim on its target, growing with each: a cluster that
   * fences refuses every write of an earlier one. Absent: nothing is fenced.
   */
  epoch?: number;
  /**
   * Asked for once the deployment has failed after it began to write: the plan
   * that leads back to what ran before, made now, or `undefined` when nothing
   * did. Absent: failures are left as they are. It is carried out at once, by
   * the same run, within `timeoutMs` of its own.
   */
  rollback?(): Promise<PlannedDeployment | undefined>;
  timeoutMs: number;
  /** Aborting with reason `'cancelled'` cancels; any other reason abandons (the lease was lost) without a verdict. */
  signal: AbortSignal;
  /**
   * Called with all steps after a change, with what changed meanwhile as one;
   * resolves when the run may go on, for twice `heardMs` at least, counted from
   * the call. Work goes on beside it. Before each tier of writes, each hook and
   * each deletion it has been called within the last `heardMs`, and nothing more
   * is written once it has rejected.
   */
  onProgress(steps: DeploymentStep[], message: string): Promise<void>;
  /** Milliseconds: a small part of what the run's claim is good for. Absent: half a second. */
  heardMs?: number;
}

/** What a module is validated for. */
export interface ValidateOptions {
  /** The environments of the path, in order. */
  environments: readonly Environment[];
  /** Only this one of them; absent: all. */
  environment?: string;
  /** Name of the path's last environment, where lint is stricter; absent: the last of `environments`. */
  last?: string;
  /** Names that no module may have beside those of the language. */
  reserved?: readonly string[];
  /** Also renders in every environment and passes the policy gate, as far as that goes without a cluster. */
  render?: boolean;
}

/** One thing that is no longer as a plan showed it. */
export interface Movement {
  object: ObjectRef;
  /** A whole sentence. */
  message: string;
}

/**
 * Files in, plans and deployments out. Holds no state between calls but the
 * renderer's process, and for a minute what clusters said of themselves.
 */
export interface Engine {
  /** All problems of a module, ordered by file and line; never rejects for what the module does wrong. */
  validate(files: ModuleFiles, options: ValidateOptions): Promise<Problem[]>;
  /**
   * What deploying a release would do, worked out against the live state, with
   * every reason why it cannot be done. Changes nothing.
   *
   * @throws ClusterError when the cluster cannot be asked; RenderError of kind `unavailable` without a renderer.
   */
  plan(input: PlanInput): Promise<PlannedDeployment>;
  /**
   * What the module's going from an environment would delete, and what it
   * leaves; from the inventory only. Carried out by `execute` like any plan.
   *
   * @throws ClusterError when the cluster cannot be asked.
   */
  planDeletion(input: DeletionInput): Promise<PlannedDeployment>;
  /** What would now happen otherwise than the plan shows; empty when the plan still holds. Rejects with a `ClusterError`. */
  isStale(
    planned: PlannedDeployment,
    cluster: PlanInput['cluster'],
  ): Promise<Movement[]>;
  /**
   * Carries out a plan: applies the very bytes that it shows, waits until they
   * are healthy, prunes, records the inventory. A plan that is stale is not
   * begun; one that this deployment had begun is taken up again.
   */
  execute(
    planned: PlannedDeployment,
    options: ExecuteOptions,
  ): Promise<ExecutionOutcome>;
  /** Ends the renderer's process. */
  close(): Promise<void>;
}
