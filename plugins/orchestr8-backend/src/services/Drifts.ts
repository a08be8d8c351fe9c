import {
  DeploymentKind,
  Environment,
  ObjectDrift,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { observeDrift } from '@orchestr8/backstage-plugin-orchestr8-node';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { DatabasePlans } from '../store/DatabasePlans';
import { Clusters } from './Clusters';

/** Kinds of deployment after which something is as their plan says. */
const KINDS: DeploymentKind[] = [
  'deploy',
  'promote',
  'rollback',
  'scale',
  'restart',
  'delete',
];

/** What of a module is not as it was deployed. Looked up when somebody asks: it reads every object. */
export class Drifts {
  private readonly services: {
    clusters: Clusters;
    deployments: DatabaseDeployments;
    plans: DatabasePlans;
  };

  constructor(services: Drifts['services']) {
    this.services = services;
  }

  /**
   * Held against the bytes that the last deployment applied; nothing where
   * nothing is deployed.
   *
   * @throws ClusterError when the cluster cannot be asked.
   */
  async of(module: string, environment: Environment): Promise<ObjectDrift[]> {
    const { clusters, deployments, plans } = this.services;
    const [last] = await deployments.succeeded(module, environment.name, KINDS);
    if (!last || last.kind === 'delete') return [];
    const stored = await plans.find(last.plan);
    return stored
      ? observeDrift(clusters.get(environment.cluster), stored.manifests)
      : [];
  }
}
