import {
  AlertObservation,
  Alerts,
  ModuleAlert,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { AlertAnswer, AlertReader, AlertScope } from './AlertReader';
import { unobserved } from './observeAlert';

/** Who can be asked about the alerts of a cluster. */
export interface AlertReaders {
  /** Knows the rules, and so whether they are evaluated. */
  prometheus?: AlertReader;
  /** Knows what fires, and what of it nobody is told. */
  alertmanager?: AlertReader;
}

/**
 * The alerts of a module with their states, never rejecting. Prometheus says
 * how they stand; Alertmanager adds what is silenced or inhibited, and stands
 * in where there is no Prometheus or it does not answer. Where nobody can be
 * asked, every state is `unknown`; the message says why.
 */
export async function alertsFor(
  module: string,
  options: AlertReaders & {
    cluster: string;
    namespace: string;
    alerts: readonly ModuleAlert[];
    signal?: AbortSignal;
  },
): Promise<Alerts> {
  const { prometheus, alertmanager, cluster, alerts } = options;
  if (!prometheus && !alertmanager) {
    return {
      configured: false,
      message: `No Prometheus and no Alertmanager is configured for the cluster "${cluster}": set prometheus.url or alertmanager.url of its entry in orchestr8.clusters.`,
      alerts: alerts.map(unobserved),
    };
  }
  if (alerts.length === 0) return { configured: true, alerts: [] };
  const { namespace, signal } = options;
  const ask = async (reader: AlertReader | undefined) =>
    reader &&
    answerOf(reader, {
      ...{ cluster, alerts, scope: { module, namespace, signal } },
    });
  const [rules, notices] = await Promise.all([
    ask(prometheus),
    ask(alertmanager),
  ]);
  const states = rules?.alerts ?? notices?.alerts ?? alerts.map(unobserved);
  const message = [
    rules?.message,
    // What Alertmanager cannot know by itself does not matter where Prometheus does.
    rules?.alerts && notices?.alerts ? undefined : notices?.message,
    rules?.alerts && notices && !notices.alerts
      ? 'Whether alerts are silenced is not known.'
      : undefined,
  ]
    .filter(Boolean)
    .join(' ');
  return {
    configured: true,
    ...(message ? { message } : {}),
    alerts: notices?.alerts
      ? states.map((state, i) => joined(state, notices.alerts![i]))
      : states,
  };
}

/** A rule that our Prometheus does not know may be evaluated elsewhere, and fire. */
function joined(
  rule: AlertObservation,
  notice: AlertObservation,
): AlertObservation {
  if (rule.state === 'unknown' && notice.state === 'firing') return notice;
  return rule.state === 'firing' && notice.suppression
    ? { ...rule, suppression: notice.suppression }
    : rule;
}

async function answerOf(
  reader: AlertReader,
  question: {
    cluster: string;
    alerts: readonly ModuleAlert[];
    scope: AlertScope;
  },
): Promise<Partial<AlertAnswer>> {
  const { cluster, alerts, scope } = question;
  try {
    return await reader.read(alerts, scope);
  } catch (error) {
    return {
      message: `The ${
        reader.product
      } of the cluster "${cluster}" cannot be asked: ${
        (error as Error).message
      }.`,
    };
  }
}
