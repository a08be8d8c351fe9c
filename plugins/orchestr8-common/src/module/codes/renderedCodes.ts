import { code } from './ProblemCode';

/** Good practice that only the rendered objects show; the engine looks at those. */
export const RENDERED_CODES = {
  O8310: code(
    'Floating image tag',
    'An image has the tag `latest`, or none: what runs depends on when the pod was started, and no rollback brings it back.',
    'Give the tag of one version, or the digest of the image.',
  ),
  O8311: code(
    'Single replica in the last environment',
    'A Deployment, or a StatefulSet whose pods have no volumes of their own, has one pod where the users are: every restart and every drained node is an outage.',
    'Set `replicaCount: 2` or more in the overlay of the last environment.',
  ),
  O8312: code(
    'No autoscaler and no disruption budget',
    'A workload has several pods in the last environment, and nothing keeps the maintenance of nodes from stopping them all at once.',
    'Add a PodDisruptionBudget that selects the pods, a HorizontalPodAutoscaler, or both.',
  ),
  O8313: code(
    'Container runs as root',
    'Neither the pod nor the container says that it does not run as root.',
    'Set `runAsNonRoot: true` in the security context, and `runAsUser` if the image needs a number.',
  ),
  O8314: code(
    'Root file system can be written to',
    'Whoever gets into the container can change its programs.',
    'Set `readOnlyRootFilesystem: true`, and mount an emptyDir where the program must write.',
  ),
  O8315: code(
    'Secret in plain text',
    "The chart or `config/` holds a Secret with its data. Base64 is no encryption: everybody who reads the module's files reads it.",
    'Declare `spec.security.secretsManager` and list the Secret under `spec.secrets`.',
  ),
  O8316: code(
    'State is lost or tied to a node',
    'A Deployment keeps data in a folder of the node (`hostPath`) or in the pod itself (`emptyDir` mounted where data is kept); its pods come and go on any node.',
    'Use a StatefulSet with `volumeClaimTemplates`, or a PersistentVolumeClaim.',
  ),
  O8317: code(
    'Workloads of unlike purpose',
    'The module holds a store beside a service, or workloads of two applications (by `app.kubernetes.io/name`): they can be versioned, scaled and rolled back only together.',
    'Make a module of each, and declare the one as a dependency of the other.',
  ),
};
