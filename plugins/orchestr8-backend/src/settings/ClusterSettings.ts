import {
  HttpApiOptions,
  KubeConnectionOptions,
} from '@orchestr8/backstage-plugin-orchestr8-node';

/** One cluster that modules are deployed to, as configured. */
export interface ClusterSettings extends KubeConnectionOptions {
  /** Its pods are simulated (playground). */
  simulated: boolean;
  /** Where its alerting rules are evaluated. */
  prometheus?: HttpApiOptions;
  /** Where its alerts arrive. */
  alertmanager?: HttpApiOptions & { heartbeat?: string };
}
