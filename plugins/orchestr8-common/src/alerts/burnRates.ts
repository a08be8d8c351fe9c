import { ModuleAlert } from '../module/Module';
import { Objective } from './parseObjective';
import { SignalMetrics } from './signals';

/** How fast the budget of an objective is spent when an alert is due. */
export interface Burn {
  name: 'fast' | 'slow';
  /** Times as fast as the budget allows. */
  rate: number;
  /** Prometheus durations: the window that shows it matters, and the one that shows it goes on. */
  long: string;
  short: string;
}

/** For a period of 30 days: two and five hundredths of the budget (Site Reliability Workbook, chapter 5). */
const BURNS = [
  { name: 'fast', rate: 14.4, seconds: 3_600 },
  { name: 'slow', rate: 6, seconds: 6 * 3_600 },
] as const;

/** The short window is a twelfth of the long one, but long enough for two samples. */
const SHORTEST_SECONDS = 120;

/** The two burns of an objective, with windows in proportion to its period. */
export function burnsOf({ days }: Objective): Burn[] {
  return BURNS.map(({ name, rate, seconds }) => {
    const long = Math.round((seconds * days) / 30);
    const short = Math.max(Math.round(long / 12), SHORTEST_SECONDS);
    return { name, rate, long: duration(long), short: duration(short) };
  });
}

/** The fast burn is as grave as the alert says, the slow one at most a warning. */
export function severityOf(
  burn: Burn,
  severity: ModuleAlert['severity'],
): ModuleAlert['severity'] {
  return burn.name === 'slow' && severity === 'critical' ? 'warning' : severity;
}

/** PromQL, not yet bound to a namespace: both windows show more than the allowed share of bad requests. */
export function burnPromql(
  { budget, within }: Objective,
  { rate, long, short }: Burn,
  metrics: SignalMetrics,
): string {
  const threshold = Number((budget * rate).toPrecision(9));
  const bad = (window: string) =>
    within === undefined
      ? failed(window, metrics)
      : late(window, within, metrics);
  return `${bad(long)} > ${threshold} and ${bad(short)} > ${threshold}`;
}

const failed = (window: string, { requests, codeLabel }: SignalMetrics) =>
  `sum(rate(${requests}{${codeLabel}=~"5.."}[${window}])) / sum(rate(${requests}[${window}]))`;

const late = (window: string, within: number, metrics: SignalMetrics) => {
  const answered = (le: string) =>
    `sum(rate(${metrics.durationBuckets}{le${le}}[${window}]))`;
  return `1 - ${answered(bound(within))} / ${answered('="+Inf"')}`;
};

/** Prometheus 3 writes the bound of whole seconds as "1.0", earlier ones as "1". */
const bound = (seconds: number) =>
  Number.isInteger(seconds) ? `=~"${seconds}([.]0)?"` : `="${seconds}"`;

/** Seconds in Prometheus's notation. */
function duration(seconds: number): string {
  const parts: [number, string][] = [
    [Math.floor(seconds / 3_600), 'h'],
    [Math.floor((seconds % 3_600) / 60), 'm'],
    [seconds % 60, 's'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join('');
}
