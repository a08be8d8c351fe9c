import { ModuleAlert } from '@orchestr8/backstage-plugin-orchestr8-common';
import { AlertAnswer, AlertReader, AlertScope } from '../alerts/AlertReader';
import { HttpApi, HttpApiOptions } from '../alerts/HttpApi';
import { observeAlert } from '../alerts/observeAlert';
import { readRules } from './readRules';

/** Asks one Prometheus (or what speaks its API) how alerts stand: by its rules, so that one without a rule is `unknown`. */
export class PrometheusClient implements AlertReader {
  readonly product = 'Prometheus';
  private readonly api: HttpApi;

  constructor(options: HttpApiOptions) {
    this.api = new HttpApi(options);
  }

  async read(
    declared: readonly ModuleAlert[],
    scope: AlertScope,
  ): Promise<AlertAnswer> {
    const seen = readRules(
      await this.api.get('/api/v1/rules?type=alert', scope.signal),
    );
    const alerts = declared.map(alert =>
      observeAlert(alert, { seen, scope, otherwise: 'unknown' }),
    );
    const ruleless = alerts
      .filter(({ state }) => state === 'unknown')
      .map(({ name }) => name)
      .join(', ');
    return ruleless
      ? {
          alerts,
          message: `Prometheus has no rule for ${ruleless}: it may not have read it yet, or does not look for PrometheusRules in ${scope.namespace}.`,
        }
      : { alerts };
  }
}
