import { knownKind as findKind } from '../../render/kinds';
import { forEachObject } from '../forEachObject';

/** A kind that the cluster does not serve cannot be applied, nor judged. Offline nothing can be said. */
export const knownKind = forEachObject(
  'known-kind',
  (object, { capabilities }) => {
    if (!capabilities || findKind(object, capabilities)) {
      return [];
    }
    const sameKind = capabilities.kinds
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
