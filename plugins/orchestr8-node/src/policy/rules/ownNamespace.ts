import { isNamespaced } from '../../render/kinds';
import { forEachObject } from '../forEachObject';

/** A module writes in its own namespace only. */
export const ownNamespace = forEachObject(
  'own-namespace',
  (object, context) => {
    const { namespace } = context;
    const written = object.metadata.namespace;
    if (!isNamespaced(object, context) || written === namespace) {
      return [];
    }
    return [
      {
        path: 'metadata.namespace',
        message: `It would go to the namespace "${written}"; the module's own here is "${namespace}".`,
        remedy:
          'Leave metadata.namespace out, or write {{ .Release.Namespace }} in a template.',
      },
    ];
  },
);
