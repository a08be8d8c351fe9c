import {
  Alerts,
  Environment,
  ModuleAlert,
  namespaceOf,
  parseModule,
  withEnvironment,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  AlertmanagerClient,
  alertsFor,
  PrometheusClient,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { DatabaseReleases } from '../store/DatabaseReleases';
import { Clusters } from './Clusters';

/** The alerts that the deployed release declares, with their states. */
export class AlertStates {
  private readonly services: {
    clusters: Clusters;
    deployments: DatabaseDeployments;
    releases: DatabaseReleases;
  };

  constructor(services: AlertStates['services']) {
    this.services = services;
  }

  /** Honest when there is nothing to ask: `configured: false`, and every state `unknown`. */
  async of(module: string, environment: Environment): Promise<Alerts> {
    const { prometheus, alertmanager } = this.services.clusters.of(
      environment.cluster,
    );
    return alertsFor(module, {
      prometheus: prometheus && new PrometheusClient(prometheus),
      alertmanager: alertmanager && new AlertmanagerClient(alertmanager),
      cluster: environment.cluster,
      namespace: namespaceOf(environment, module),
      alerts: await this.declared(module, environment.name),
    });
  }

  private async declared(
    module: string,
    environment: string,
  ): Promise<ModuleAlert[]> {
    const { deployments, releases } = this.services;
    const deployed = await deployments.deployed(module, environment);
    if (!deployed) {
      return [];
    }
    const parsed = parseModule(await releases.files(deployed.release));
    if (!parsed.module) {
      return [];
    }
    const { resolved } = withEnvironment(parsed.module, {
      environment,
      overlay: parsed.overlays.get(environment),
    });
    return (resolved?.module ?? parsed.module).spec.monitoring.alerts;
  }
}
