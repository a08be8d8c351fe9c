import { coversHost } from '../coversHost';
import { forEachObject, Verdict } from '../forEachObject';
import { claimsHosts, hostsOf } from '../hostsOf';

/** An Ingress, or a route of the Gateway API, takes no host of another module, does not catch every host, and brings no code into the controller. */
export const ingressHosts = forEachObject(
  'ingress-hosts',
  (object, { foreignHosts, hostsUnseen }) => {
    if (!claimsHosts(object)) {
      return [];
    }
    const { kind } = object;
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
    for (const { host, path } of hostsOf(object)) {
      const owner = host && ownerOf(host, foreignHosts);
      if (!host) {
        verdicts.push({
          path,
          message:
            kind === 'Ingress'
              ? 'An Ingress rule without a host catches the traffic of every name.'
              : `A route (${kind}) without host names catches the traffic of every name that its Gateway serves.`,
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
            kind === 'Ingress'
              ? 'Let the portal list the Ingresses of the cluster: "o8 cluster prepare" gives it that right.'
              : `Let the portal list the ${kind}s of the cluster: "o8 cluster prepare --also ${kind.toLowerCase()}s.gateway.networking.k8s.io" gives it that right.`,
        });
      }
    }
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
