/**
 * How simulated pods fail, by behaviour, in the words of the kubelet and of
 * containerd; `%q` is the image. Most are named after the cause that the engine
 * finds in them.
 */

/** What a registry says when the image cannot be had. */
export const PULL_FAILURES = {
  'image-pull-failure': 'failed to pull image %q: not found',
  'image-access':
    'failed to pull and unpack image %q: failed to resolve reference: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  'registry-limit':
    'failed to pull and unpack image %q: failed to copy: unexpected status from GET request: 429 Too Many Requests - toomanyrequests: You have reached your unauthenticated pull rate limit',
  'registry-unreachable':
    'failed to pull and unpack image %q: failed to resolve reference: failed to do request: dial tcp: lookup registry.example.com: no such host',
  'image-platform':
    'failed to pull and unpack image %q: no match for platform in manifest: not found',
  'image-pull':
    'failed to pull and unpack image %q: failed to extract layer: unexpected EOF',
};

/** What keeps a container from being made, though its image is there. */
export const START_FAILURES = {
  'image-name': {
    reason: 'InvalidImageName',
    message:
      'Failed to apply default image tag %q: invalid reference format: repository name must be lowercase',
  },
  'image-never-pulled': {
    reason: 'ErrImageNeverPull',
    message: 'Container image %q is not present with pull policy of Never',
  },
  'missing-secret': {
    reason: 'CreateContainerConfigError',
    message: 'secret "database" not found',
  },
  'missing-config-map': {
    reason: 'CreateContainerConfigError',
    message: 'configmap "settings" not found',
  },
  'missing-key': {
    reason: 'CreateContainerConfigError',
    message: "couldn't find key password in Secret default/database",
  },
  'runs-as-root': {
    reason: 'CreateContainerConfigError',
    message: 'container has runAsNonRoot and image will run as root',
  },
  'container-configuration': {
    reason: 'CreateContainerConfigError',
    message: 'failed to prepare subPath for volumeMount "data"',
  },
  'container-start': {
    reason: 'CreateContainerError',
    message:
      'failed to create containerd container: error unpacking image: failed to mount: invalid argument',
  },
};

/** How a container ends, over and over. */
export const CRASHES = {
  crash: { exitCode: 1, reason: 'Error' },
  'out-of-memory': { exitCode: 137, reason: 'OOMKilled' },
  'command-missing': {
    exitCode: 128,
    reason: 'StartError',
    message:
      'failed to create containerd task: OCI runtime create failed: exec: "serve": executable file not found in $PATH',
  },
  'command-not-executable': {
    exitCode: 128,
    reason: 'StartError',
    message:
      'failed to create containerd task: OCI runtime create failed: exec: "/serve": permission denied',
  },
  'probe-kills': { exitCode: 137, reason: 'Error' },
};

/** What an event says of a volume that does not come. */
export const VOLUME_FAILURES = {
  'volume-mount': {
    reason: 'FailedMount',
    message:
      'MountVolume.MountDevice failed for volume "data" : driver name csi.example.com not found in the list of registered CSI drivers',
  },
  'volume-elsewhere': {
    reason: 'FailedAttachVolume',
    message:
      'Multi-Attach error for volume "data" Volume is already used by pod(s) web-0',
  },
};

/** What becomes of a Pod on a node that runs out of memory. */
export const EVICTION = {
  reason: 'Evicted',
  message:
    'The node was low on resource: memory. Threshold quantity: 100Mi, available: 8Mi.',
};
