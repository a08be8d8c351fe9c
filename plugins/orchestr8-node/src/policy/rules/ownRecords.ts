import { forEachObject } from '../forEachObject';

/** ConfigMaps by which Orchestr8 knows what a module owns, and which run may write. */
const RECORDS = /^orchestr8-(inventory|fence|fence-probe)$/;

/** A module does not write down itself what it owns, nor which of its runs is the newest. */
export const ownRecords = forEachObject('own-records', object =>
  object.apiVersion === 'v1' &&
  object.kind === 'ConfigMap' &&
  RECORDS.test(object.metadata.name)
    ? [
        {
          path: 'metadata.name',
          message: `"${object.metadata.name}" is Orchestr8's own record of the module.`,
          remedy: 'Choose another name.',
        },
      ]
    : [],
);
