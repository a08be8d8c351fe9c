import {
  AlertObservation,
  ModuleAlert,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { AlertAnswer, AlertReader, AlertScope } from '../alerts/AlertReader';
import { HttpApi, HttpApiOptions } from '../alerts/HttpApi';
import { observeAlert } from '../alerts/observeAlert';
import { readAlerts, ReceivedAlert } from './readAlerts';

/** The alert that always fires where kube-prometheus is used, to prove that alerts arrive. */
const HEARTBEAT = 'Watchdog';

/**
 * Asks one Alertmanager what fires, and what of it is kept from people. It
 * knows no rules: what it has not heard of is `inactive` only while the
 * heartbeat arrives, for else its silence proves nothing; then `unknown`.
 */
export class AlertmanagerClient implements AlertReader {
  readonly product = 'Alertmanager';
  private readonly api: HttpApi;
  private readonly heartbeat: string;

  /** `heartbeat`: name of an alert that always fires; `Watchdog`. */
  constructor(options: HttpApiOptions & { heartbeat?: string }) {
    this.api = new HttpApi(options);
    this.heartbeat = options.heartbeat ?? HEARTBEAT;
  }

  async read(
    declared: readonly ModuleAlert[],
    scope: AlertScope,
  ): Promise<AlertAnswer> {
    const { signal } = scope;
    const received = await this.received(
      [...declared.map(({ name }) => name), this.heartbeat],
      signal,
    );
    const isAlive = received.some(({ name }) => name === this.heartbeat);
    const names = new Set(declared.map(({ name }) => name));
    const seen = await this.withSuppression(
      received.filter(({ name }) => names.has(name)),
      signal,
    );
    const alerts = declared.map(alert =>
      observeAlert(alert, {
        ...{ seen, scope },
        otherwise: isAlive ? 'inactive' : 'unknown',
      }),
    );
    const isGuessed = alerts.some(({ state }) => state === 'unknown');
    return isGuessed
      ? {
          alerts,
          message: `Alertmanager knows only what fires, and the alert ${this.heartbeat}, which would show that alerts reach it, does not: that it has not heard of an alert proves nothing.`,
        }
      : { alerts };
  }

  private async received(
    names: readonly string[],
    signal?: AbortSignal,
  ): Promise<ReceivedAlert[]> {
    const any = [...new Set(names)].map(escapeRe2).join('|');
    const filter = `alertname=~${JSON.stringify(any)}`;
    return readAlerts(
      await this.api.get(
        `/api/v2/alerts?filter=${encodeURIComponent(filter)}`,
        signal,
      ),
    );
  }

  private async withSuppression(
    alerts: readonly ReceivedAlert[],
    signal?: AbortSignal,
  ): Promise<ReceivedAlert[]> {
    const everyAlert = alerts.some(({ inhibitedBy }) => inhibitedBy.length)
      ? readAlerts(await this.api.get('/api/v2/alerts', signal))
      : [];
    const silenced = new Set(alerts.flatMap(one => one.silencedBy.slice(0, 1)));
    const silences = new Map(
      await Promise.all(
        [...silenced].map(
          async id => [id, await this.silence(id, signal)] as const,
        ),
      ),
    );
    return alerts.map(alert => {
      const [silence] = alert.silencedBy;
      const [inhibitor] = alert.inhibitedBy;
      const by = everyAlert.find(one => one.fingerprint === inhibitor);
      if (silence) return { ...alert, suppression: silences.get(silence) };
      return inhibitor
        ? {
            ...alert,
            suppression: { kind: 'inhibited', ...(by ? { by: by.name } : {}) },
          }
        : alert;
    });
  }

  private async silence(
    id: string,
    signal?: AbortSignal,
  ): Promise<AlertObservation['suppression']> {
    const answer = (await this.api.get(
      `/api/v2/silence/${encodeURIComponent(id)}`,
      signal,
    )) as { createdBy?: string; comment?: string; endsAt?: string } | null;
    return {
      kind: 'silenced',
      ...(answer?.createdBy ? { by: answer.createdBy } : {}),
      ...(answer?.comment ? { reason: answer.comment } : {}),
      ...(answer?.endsAt ? { until: answer.endsAt } : {}),
    };
  }
}

/** Alertmanager anchors expressions itself. */
function escapeRe2(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
