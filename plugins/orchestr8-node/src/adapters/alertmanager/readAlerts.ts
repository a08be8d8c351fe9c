import { SeenAlert } from '../alerts/SeenAlert';

/** An alert that Alertmanager has been told of and that is not over. */
export interface ReceivedAlert extends SeenAlert {
  fingerprint: string;
  /** Silences by identifier, and alerts by fingerprint, that keep it from people. */
  silencedBy: string[];
  inhibitedBy: string[];
}

interface AlertAnswer {
  labels?: Record<string, string>;
  startsAt?: string;
  fingerprint?: string;
  generatorURL?: string;
  status?: { silencedBy?: string[]; inhibitedBy?: string[] };
}

/** The answer of `/api/v2/alerts`. Throws when it is something else. */
export function readAlerts(answer: unknown): ReceivedAlert[] {
  if (!Array.isArray(answer)) {
    throw new Error('what it answers is not a list of alerts');
  }
  return (answer as AlertAnswer[]).map(alert => ({
    name: alert.labels?.alertname ?? '',
    state: 'firing',
    labels: alert.labels ?? {},
    query: queryOf(alert.generatorURL),
    since: alert.startsAt,
    fingerprint: alert.fingerprint ?? '',
    silencedBy: alert.status?.silencedBy ?? [],
    inhibitedBy: alert.status?.inhibitedBy ?? [],
  }));
}

/** Prometheus links an alert to a graph of its expression. */
function queryOf(generatorURL = ''): string {
  return URL.canParse(generatorURL)
    ? new URL(generatorURL).searchParams.get('g0.expr') ?? ''
    : '';
}
