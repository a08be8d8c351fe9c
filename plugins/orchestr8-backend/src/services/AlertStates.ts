import {
  Alerts,
  Environment,
  ModuleAlert,
  namespaceOf,
  parseModule,
  withEnvironment,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { DatabaseReleases } from '../store/DatabaseReleases';
import { Clusters } from './Clusters';

/** Answers how alerts stand; rejects when the Prometheus behind it does not answer. */
export interface AlertReader {
  alerts(
    alerts: readonly ModuleAlert[],
    scope: { module: string; namespace: string },
  ): Promise<Alerts['alerts']>;
}

/** The alerts that the deployed release declares, with their states. */
export class AlertStates {
  private readonly services: {
    clusters: Clusters;
    deployments: DatabaseDeployments;
    releases: DatabaseReleases;
    /** The Prometheus at a URL. */
    connect(url: string): AlertReader;
  };

  constructor(services: AlertStates['services']) {
    this.services = services;
  }

  /** Honest when there is nothing to ask: `configured: false`, and every state `unknown`. */
  async of(module: string, environment: Environment): Promise<Alerts> {
    const declared = await this.declared(module, environment.name);
    const { prometheusUrl } = this.services.clusters.of(environment.cluster);
    if (!prometheusUrl) {
      return {
        configured: false,
        message: `No Prometheus is configured for the cluster "${environment.cluster}": set prometheus.url of its entry in orchestr8.clusters.`,
        alerts: declared.map(unknown),
      };
    }
    if (declared.length === 0) {
      return { configured: true, alerts: [] };
    }
    try {
      const alerts = await this.services
        .connect(prometheusUrl)
        .alerts(declared, {
          module,
          namespace: namespaceOf(environment, module),
        });
      return { configured: true, alerts };
    } catch (error) {
      return {
        configured: true,
        message: `Prometheus does not answer: ${
          error instanceof Error ? error.message : error
        }`,
        alerts: declared.map(unknown),
      };
    }
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

function unknown(alert: ModuleAlert): Alerts['alerts'][number] {
  const { name, severity, condition, expr, description, runbook } = alert;
  return {
    name,
    severity,
    condition: condition ?? expr ?? '',
    state: 'unknown',
    ...(description ? { description } : {}),
    ...(runbook ? { runbook } : {}),
  };
}
