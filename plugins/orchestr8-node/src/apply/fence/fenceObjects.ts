import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Name of the ConfigMap that holds a namespace's epoch, and of the policies about it. */
export const FENCE_NAME = 'orchestr8-fence';

/** Annotation of a module's Namespace with the epoch of the run that last wrote to it. */
export const EPOCH_ANNOTATION = 'orchestr8.io/epoch';

/**
 * Version of all that a cluster is prepared with, told from others by this
 * label: raised with every change of what is installed, so that who prepared a
 * cluster before is told to do it again.
 */
export const FENCE_VERSION = '4';
/** Earlier versions whose fence heeds the same epochs: it is relied on, though other things are missing. */
export const FENCING_VERSIONS: readonly string[] = ['1', '2', '3'];
export const FENCE_VERSION_LABEL = 'orchestr8.io/fence-version';

/** The epoch below which a namespace takes no write. */
export function fenceObject(
  namespace: string,
  epoch: number,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: FENCE_NAME,
      namespace,
      labels: { 'app.kubernetes.io/managed-by': 'orchestr8' },
    },
    data: { epoch: String(epoch) },
  };
}
