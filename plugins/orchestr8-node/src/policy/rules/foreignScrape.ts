import { forEachObject, Verdict } from '../forEachObject';

const MONITORS = ['ServiceMonitor', 'PodMonitor', 'Probe'];
/** Read by Prometheus from its own disk, and sent to whom the module names. */
const FILES = ['bearerTokenFile', 'caFile', 'certFile', 'keyFile'];

interface NamespaceSelector {
  any?: boolean;
  matchNames?: string[];
}

/** A module has its own pods scraped, with credentials of its own: Prometheus is not lent to look at others. */
export const foreignScrape = forEachObject(
  'foreign-scrape',
  (object, { namespace }) => {
    const isMonitor =
      object.apiVersion.startsWith('monitoring.coreos.com/') &&
      MONITORS.includes(object.kind);
    return isMonitor ? judge(object.spec, 'spec', { namespace }) : [];
  },
);

function judge(
  value: unknown,
  path: string,
  options: { namespace: string },
): Verdict[] {
  const { namespace } = options;
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]): Verdict[] => {
    const at = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
    if (key === 'namespaceSelector' && looksAbroad(part, namespace)) {
      return [
        {
          path: at,
          message: 'It has pods of other namespaces scraped.',
          remedy: `Leave it out, or name "${namespace}" only.`,
        },
      ];
    }
    if (FILES.includes(key) && part) {
      return [
        {
          path: at,
          message: `"${key}" is a file of Prometheus, whose content would go to whom the module names.`,
          remedy: 'Name a Secret of the module instead.',
        },
      ];
    }
    return judge(part, at, options);
  });
}

function looksAbroad(selector: unknown, namespace: string): boolean {
  const { any, matchNames = [] } = (selector ?? {}) as NamespaceSelector;
  return any === true || matchNames.some(name => name !== namespace);
}
