import { AlertObservation } from '@orchestr8/backstage-plugin-orchestr8-common';

/** An alert as its product tells it, before it is known whose it is. */
export interface SeenAlert {
  name: string;
  state: AlertObservation['state'];
  labels: Record<string, string>;
  /** PromQL; empty when it is not told. */
  query: string;
  /** ISO 8601, when it is pending or firing. */
  since?: string;
  value?: string;
  suppression?: AlertObservation['suppression'];
}
