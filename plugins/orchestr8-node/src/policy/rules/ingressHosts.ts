import { coversHost } from '../coversHost';
import { forEachObject, Verdict } from '../forEachObject';

/** An Ingress takes no host of another module, catches no host at all, and brings no code into the controller. */
export const ingressHosts = forEachObject(
  'ingress-hosts',
  (object, { foreignHosts, hostsUnseen }) => {
    if (object.kind !== 'Ingress') {
      return [];
    }
    const verdicts: Verdict[] = [];
    for (const key of Object.keys(object.metadata.annotations ?? {})) {
      if (key.endsWith('-snippet')) {
        verdicts.push({
          path: `metadata.annotations[${key}]`,
          message: `"${key}" puts code into the ingress controller that all modules share.`,
          remedy: 'Use a plain setting of the controller.',
        });
      }
    }
    if (object.spec?.defaultBackend) {
      verdicts.push({
        path: 'spec.defaultBackend',
        message:
          'A default backend catches the traffic of every name that nobody else serves.',
        remedy: 'Give rules with hosts.',
      });
    }
    const rules = (object.spec?.rules ?? []) as { host?: string }[];
    rules.forEach(({ host }, index) => {
      const path = `spec.rules[${index}].host`;
      const owner = host && ownerOf(host, foreignHosts);
      if (!host) {
        verdicts.push({
          path,
          message:
            'An Ingress rule without a host catches the traffic of every name.',
          remedy: 'Give the host.',
        });
      } else if (owner) {
        verdicts.push({
          path,
          message: `The host "${host}" belongs to the module "${owner}".`,
          remedy: 'Choose another host, or let that module give it up first.',
        });
      } else if (hostsUnseen) {
        verdicts.push({
          path,
          message: `Whether the host "${host}" is taken cannot be seen: ${hostsUnseen}.`,
          remedy:
            'Let the portal list the Ingresses of the cluster: "o8 cluster prepare" gives it that right.',
        });
      }
    });
    return verdicts;
  },
);

/** The module that a host is taken from: its own host, one that a wildcard covers, or a wildcard over it. */
function ownerOf(
  host: string,
  foreignHosts: ReadonlyMap<string, string>,
): string | undefined {
  return (
    foreignHosts.get(host) ??
    [...foreignHosts].find(
      ([other]) => coversHost(host, other) || coversHost(other, host),
    )?.[1]
  );
}
