import { Deployment } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  ClusterWriter,
  Engine,
  PlannedDeployment,
  SharedWatches,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { CarryOut } from './DeploymentWorker';

/** What carrying out needs from the portal. */
export interface CarryOutPlanOptions {
  engine: Pick<Engine, 'execute'>;
  /** The deployment's plan with its bytes, and with every reason why it may not be carried out now. */
  planOf(deployment: Deployment): Promise<PlannedDeployment>;
  clusterOf(name: string): ClusterWriter;
  /** The watches that this process shares on it; absent: each deployment watches for itself. */
  watchesOf?(name: string): SharedWatches;
  /** Milliseconds that a deployment to the environment may take. */
  timeoutOf(environment: string): number;
  /**
   * How to put back what ran before a deployment that fails; answers undefined
   * where failures are left as they are. Absent: they are everywhere.
   */
  rollbackOf?(
    deployment: Deployment,
  ): (() => Promise<PlannedDeployment | undefined>) | undefined;
}

/**
 * Carries deployments out by the engine: the bytes that were shown, looked at
 * against the cluster as it is, so that a run goes on where another one broke off.
 */
export function carryOutPlan(options: CarryOutPlanOptions): CarryOut {
  return async (deployment, { epoch, signal, onProgress, heardMs }) => {
    const rollback = options.rollbackOf?.(deployment);
    return options.engine.execute(await options.planOf(deployment), {
      deployment,
      cluster: options.clusterOf(deployment.cluster),
      watches: options.watchesOf?.(deployment.cluster),
      epoch,
      ...(rollback ? { rollback } : {}),
      timeoutMs: options.timeoutOf(deployment.environment),
      signal,
      onProgress,
      heardMs,
    });
  };
}
