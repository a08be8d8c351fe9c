import { crashed, judge, refused, unschedulable, waiting } from './world';

/** Cause, what is seen (in the words of kubelet, scheduler, attacher and API server of Kubernetes 1.36), and a part of the remedy. */
export const DOCUMENTED_STATUSES: readonly [
  string,
  Parameters<typeof judge>[0],
  string,
][] = [
  [
    'image-never-pulled',
    {
      pod: waiting(
        'ErrImageNeverPull',
        'Container image "x" is not present with pull policy of Never',
      ),
    },
    'imagePullPolicy: Never',
  ],
  [
    'registry-limit',
    {
      pod: waiting(
        'ErrImagePull',
        'failed to pull and unpack image: 429 Too Many Requests - toomanyrequests: You have reached your pull rate limit',
      ),
    },
    'from a mirror',
  ],
  [
    'image-access',
    {
      pod: waiting(
        'ErrImagePull',
        'pull access denied, repository does not exist or may require authorization',
      ),
    },
    'imagePullSecret',
  ],
  [
    'image-platform',
    {
      pod: waiting(
        'ErrImagePull',
        'no match for platform in manifest: not found',
      ),
    },
    'kubernetes.io/arch',
  ],
  [
    'image-pull',
    { pod: waiting('ErrImagePull', 'unexpected EOF') },
    'the cluster may pull it',
  ],
  [
    'missing-config-map',
    {
      pod: waiting('CreateContainerConfigError', 'configmap "app" not found'),
    },
    'ConfigMap app',
  ],
  [
    'missing-key',
    {
      pod: waiting(
        'CreateContainerConfigError',
        "couldn't find key password in Secret ns/db",
      ),
    },
    'key password',
  ],
  [
    'container-configuration',
    {
      pod: waiting(
        'CreateContainerConfigError',
        'failed to prepare subPath for volumeMount "a"',
      ),
    },
    'what the message names',
  ],
  [
    'container-start',
    {
      pod: waiting(
        'RunContainerError',
        'failed to create shim task: OCI runtime create failed',
      ),
    },
    'security context',
  ],
  [
    'missing-secret',
    {
      pod: waiting('ContainerCreating'),
      events: [
        {
          reason: 'FailedMount',
          message:
            'MountVolume.SetUp failed for volume "tls" : secret "tls" not found',
        },
      ],
    },
    'Secret tls',
  ],
  [
    'volume-elsewhere',
    {
      pod: waiting('ContainerCreating'),
      events: [
        {
          reason: 'FailedAttachVolume',
          message:
            'Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) web-0',
        },
      ],
    },
    'strategy: Recreate',
  ],
  [
    'volume-mount',
    {
      pod: waiting('ContainerCreating'),
      events: [
        {
          reason: 'FailedMount',
          message:
            'driver name csi.x not found in the list of registered CSI drivers',
        },
      ],
    },
    'its driver runs',
  ],
  ['command-not-executable', { pod: crashed(126) }, 'may not be run'],
  ['crash-loop', { pod: crashed(139) }, 'segmentation fault'],
  ['crash-loop', { pod: crashed(2) }, 'arguments or settings'],
  [
    'probe-kills',
    {
      pod: crashed(143),
      events: [
        { reason: 'Unhealthy', message: 'Startup probe failed: HTTP 500' },
      ],
    },
    'give it time to start',
  ],
  [
    'volume-zone',
    {
      pod: unschedulable(
        '0/3 nodes are available: 3 node(s) had volume node affinity conflict.',
      ),
    },
    'WaitForFirstConsumer',
  ],
  [
    'volume-zone',
    {
      pod: unschedulable(
        "0/3 nodes are available: 1 node(s) had untolerated taint(s), 2 node(s) didn't match PersistentVolume's node affinity.",
      ),
    },
    'WaitForFirstConsumer',
  ],
  [
    'no-nodes',
    { pod: unschedulable('no nodes available to schedule pods') },
    'add one',
  ],
  [
    'node-closed',
    {
      pod: unschedulable(
        '0/1 nodes are available: 1 node(s) were unschedulable.',
      ),
    },
    'uncordon',
  ],
  [
    'unschedulable',
    { pod: unschedulable('0/1 nodes are available: 1 something new.') },
    'nodeSelector',
  ],
  [
    'missing-priority-class',
    {
      replicaSet: refused(
        'pods "w" is forbidden: no PriorityClass with name high was found',
      ),
    },
    'priorityClassName',
  ],
  [
    'pods-refused',
    { replicaSet: refused('Internal error occurred: something else') },
    'do as its message says',
  ],
];
