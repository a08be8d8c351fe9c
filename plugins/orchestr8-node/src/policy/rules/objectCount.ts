import { objectRef } from '@orchestr8/backstage-plugin-orchestr8-common';
import { PolicyRule } from '../PolicyContext';

const MOST_OBJECTS = 500;

/** More objects than a module can mean. */
export const objectCount: PolicyRule = manifests =>
  manifests.length <= MOST_OBJECTS
    ? []
    : [
        {
          object: objectRef(manifests[MOST_OBJECTS].object),
          rule: 'object-count',
          message: `The module has ${manifests.length} objects; at most ${MOST_OBJECTS} are accepted.`,
          remedy: 'Look for a loop in the chart, or divide the module.',
        },
      ];
