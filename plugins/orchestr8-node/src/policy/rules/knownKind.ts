import { isOf } from '../../adapters/definedKinds';
import { knownKind as findKind } from '../../render/kinds';
import { forEachObject } from '../forEachObject';
import { StandingKind } from '../PolicyContext';

/** A kind that the cluster does not serve, and that the release does not bring, cannot be applied, nor judged. Offline nothing can be said. */
export const knownKind = forEachObject(
  'known-kind',
  (object, { capabilities, defined = [] }) => {
    if (!capabilities || findKind(object, capabilities)) {
      return [];
    }
    const own = defined.find(each => isOf(each, object));
    if (own) {
      const verdict = verdictOnOwn(own);
      return verdict ? [{ path: 'kind', ...verdict }] : [];
    }
    const sameKind = [...capabilities.kinds, ...defined]
      .filter(each => each.kind === object.kind)
      .map(each => each.apiVersion);
    return [
      {
        path: 'kind',
        message: `The cluster does not know ${object.apiVersion} ${object.kind}.`,
        remedy:
          sameKind.length > 0
            ? `Use apiVersion ${sameKind.join(' or ')}.`
            : 'Install its custom resource definition in the cluster, or guard the template with .Capabilities.APIVersions.Has.',
      },
    ];
  },
);

function verdictOnOwn(
  kind: StandingKind,
): { message: string; remedy: string } | undefined {
  const { standing, definition } = kind;
  const unknown = `The cluster does not know ${kind.apiVersion} ${kind.kind}`;
  switch (standing) {
    case 'served':
    case 'comes':
      return undefined;
    case 'needs-leave':
      return {
        message: `${unknown}: the module brings its definition ${definition}, and modules have no leave to bring definitions.`,
        remedy:
          'Let the operator install the definition, or give leave: orchestr8.policy.clusterScopedKinds: [CustomResourceDefinition] (on the environment local: --definitions).',
      };
    case 'foreign':
      return {
        message: `${unknown}: the definition ${definition} that is there does not serve it, and is not this module's to change.`,
        remedy:
          'Let whoever installed the definition bring it up to date, or use a version that it serves.',
      };
    default:
      return standing satisfies never;
  }
}
