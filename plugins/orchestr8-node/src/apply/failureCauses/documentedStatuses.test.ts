import { FailureWatch } from '../FailureWatch';
import { workloadOf } from '../Workload';
import { FAILURE_CAUSES } from '.';
import {
  crashed,
  judge,
  refused,
  unschedulable,
  waiting,
} from './__fixtures__/world';

/** In the words of kubelet, scheduler, attacher and API server of Kubernetes 1.36. */
const BY_CAUSE: [string, Parameters<typeof judge>[0], string][] = [
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

describe('the words that a cluster uses', () => {
  it.each(BY_CAUSE)('name %s', (cause, given, remedy) => {
    expect(judge(given)).toMatchObject({
      cause,
      message: expect.stringMatching(
        /^(Container|A volume|No node|Deployment)/,
      ),
      remedy: expect.stringContaining(remedy),
    });
  });

  const alone = (kind: string, more: object, events: object[] = []) => {
    const metadata = { name: 'it', namespace: 'ns', uid: 'it' };
    const object = { apiVersion: 'v1', kind, metadata, ...more };
    const seen = events.map((event, i) => ({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: `e${i}` },
      involvedObject: { kind, name: 'it', uid: 'it' },
      ...event,
    }));
    const workload = workloadOf(object, {
      list: of => (of === 'Event' ? seen : []),
    });
    const watch = new FailureWatch();
    watch.examine(workload, 0);
    return watch.examine(workload, 60_000)[0]?.cause.cause;
  };

  it.each([
    [
      'pod-evicted',
      alone('Pod', {
        status: {
          phase: 'Failed',
          reason: 'Evicted',
          message: 'The node was low on resource: memory.',
        },
      }),
    ],
    ['pod-failed', alone('Pod', { status: { phase: 'Failed' } })],
    [
      'load-balancer',
      alone('Service', { spec: { type: 'LoadBalancer' } }, [
        { reason: 'SyncLoadBalancerFailed', message: 'quota exceeded' },
      ]),
    ],
    [
      'secret-not-fetched',
      alone('ExternalSecret', {
        status: {
          conditions: [
            {
              type: 'Ready',
              status: 'False',
              reason: 'SecretSyncedError',
              message: 'could not get secret data from provider',
            },
          ],
        },
      }),
    ],
  ])('name %s of an object by itself', (cause, found) => {
    expect(found).toBe(cause);
  });
});

it('there are at least 40 causes, each with a name of its own in its place', () => {
  const names = FAILURE_CAUSES.map(({ cause }) => cause);
  expect(new Set(names).size).toBeGreaterThanOrEqual(40);
});
