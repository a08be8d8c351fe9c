import { SeenAlert } from '../alerts/SeenAlert';

interface RulesAnswer {
  data?: {
    groups?: {
      rules?: {
        name?: string;
        state?: string;
        query?: string;
        labels?: Record<string, string>;
        /** Those that are pending or firing. */
        alerts?: { state?: string; activeAt?: string; value?: string }[];
      }[];
    }[];
  };
}

const STATES: readonly string[] = ['inactive', 'pending', 'firing'];

/** The answer of `/api/v1/rules?type=alert`, one for each rule. Throws when it is something else. */
export function readRules(answer: unknown): SeenAlert[] {
  const groups = (answer as RulesAnswer | null)?.data?.groups;
  if (!Array.isArray(groups)) {
    throw new Error('what it answers is not a list of rules');
  }
  return groups.flatMap(group =>
    (group.rules ?? []).map(rule => {
      const [oldest] = (rule.alerts ?? [])
        .filter(({ state }) => state === rule.state)
        .sort((a, b) => (a.activeAt ?? '').localeCompare(b.activeAt ?? ''));
      return {
        name: rule.name ?? '',
        state: STATES.includes(rule.state ?? '')
          ? (rule.state as SeenAlert['state'])
          : 'unknown',
        labels: rule.labels ?? {},
        query: rule.query ?? '',
        since: oldest?.activeAt,
        value: oldest?.value,
      };
    }),
  );
}
