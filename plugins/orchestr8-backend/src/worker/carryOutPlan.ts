import {
  ClusterWriter,
  Engine,
  PlannedDeployment,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { CarryOut } from './DeploymentWorker';

/** What carrying out needs from the portal. */
export interface CarryOutPlanOptions {
  engine: Pick<Engine, 'execute'>;
  /** The plan by hash, with its bytes. */
  planOf(hash: string): Promise<PlannedDeployment>;
  clusterOf(name: string): ClusterWriter;
  /** Milliseconds that a deployment to the environment may take. */
  timeoutOf(environment: string): number;
}

/**
 * Carries deployments out by the engine: the bytes that were shown, looked at
 * against the cluster as it is, so that a run goes on where another one broke off.
 */
export function carryOutPlan(options: CarryOutPlanOptions): CarryOut {
  return async (deployment, { signal, onProgress }) => {
    const planned = await options.planOf(deployment.plan);
    return options.engine.execute(planned, {
      deployment,
      cluster: options.clusterOf(deployment.cluster),
      timeoutMs: options.timeoutOf(deployment.environment),
      signal,
      onProgress,
    });
  };
}
