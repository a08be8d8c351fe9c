import { FailureWatch } from '../FailureWatch';
import { FAILURE_CAUSES } from '.';
import { FAILING_MODULES } from './__fixtures__/failingModules';
import {
  crashed,
  judge,
  refused,
  unschedulable,
  waiting,
  world,
} from './__fixtures__/world';

describe('what went wrong, why, and what to do', () => {
  it.each([
    [
      'a tag that does not exist',
      { pod: waiting('ErrImagePull', 'manifest unknown') },
      'image-missing',
      'cannot get its image registry.example/web:1',
      'has been pushed',
    ],
    [
      'a private registry',
      { pod: waiting('ImagePullBackOff', '401 unauthorized') },
      'image-access',
      'cannot get its image',
      'imagePullSecret',
    ],
    [
      'a registry that only an event names',
      {
        pod: waiting('ImagePullBackOff', 'Back-off pulling image'),
        events: [{ reason: 'Failed', message: 'dial tcp: no such host' }],
      },
      'registry-unreachable',
      'cannot get its image',
      'cannot reach the registry',
    ],
    [
      'an image name with capitals',
      { pod: waiting('InvalidImageName', 'invalid reference format') },
      'image-name',
      'not valid',
      'Correct the image',
    ],
    [
      'a program that gives up',
      { pod: crashed(1) },
      'crash-loop',
      'has restarted 3 times: it ends with exit code 1',
      'o8 module logs shop --previous',
    ],
    [
      'a command that is not there',
      { pod: crashed(127, 'StartError') },
      'command-missing',
      'exit code 127 (StartError)',
      '`command` and `args`',
    ],
    [
      'too little memory',
      { pod: crashed(137, 'OOMKilled') },
      'out-of-memory',
      'exit code 137 (OOMKilled)',
      'spec.resources.limits.memory',
    ],
    [
      'a liveness probe that kills',
      {
        pod: crashed(137),
        events: [{ reason: 'Unhealthy', message: 'Liveness probe failed' }],
      },
      'probe-kills',
      'exit code 137',
      'probe had it killed',
    ],
    [
      'a Secret that is not there',
      {
        pod: waiting('CreateContainerConfigError', 'secret "db" not found'),
      },
      'missing-secret',
      'secret "db" not found',
      'Make the Secret db',
    ],
    [
      'an image that wants to be root',
      {
        pod: waiting(
          'CreateContainerConfigError',
          'container has runAsNonRoot and image will run as root',
        ),
      },
      'runs-as-root',
      'runAsNonRoot',
      'numeric user',
    ],
    [
      'a volume whose ConfigMap is not there',
      {
        pod: waiting('ContainerCreating'),
        events: [{ reason: 'FailedMount', message: 'configmap "x" not found' }],
      },
      'missing-config-map',
      'configmap "x" not found',
      'Make the ConfigMap x',
    ],
    [
      'nodes without room',
      { pod: unschedulable('0/2 nodes are available: 2 Insufficient memory.') },
      'no-room',
      'Insufficient memory',
      'lower `spec.resources.requests`',
    ],
    [
      'a taint',
      { pod: unschedulable('1 node(s) had untolerated taint {gpu: true}') },
      'node-taint',
      'untolerated taint',
      'toleration',
    ],
    [
      'an unbound claim',
      {
        pod: unschedulable('pod has unbound immediate PersistentVolumeClaims'),
      },
      'unbound-claim',
      'unbound',
      'storage class',
    ],
    [
      'a quota',
      { replicaSet: refused('pods "web-x" is forbidden: exceeded quota: q') },
      'quota',
      'exceeded quota: q',
      'ResourceQuota',
    ],
    [
      'the Pod Security Standard',
      {
        replicaSet: refused(
          'pods "web-x" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true',
        ),
      },
      'pod-security',
      'violates PodSecurity',
      'podSecurityStandard',
    ],
    [
      'an admission webhook',
      { deployment: refused('admission webhook "x" denied the request: no') },
      'admission',
      'denied the request: no',
      'do as its message says',
    ],
    [
      'a rollout without progress',
      {
        deployment: {
          conditions: [
            {
              type: 'Progressing',
              status: 'False',
              reason: 'ProgressDeadlineExceeded',
            },
          ],
        },
      },
      'progress-deadline',
      'no progress within 600 seconds',
      'progressDeadlineSeconds',
    ],
  ] as const)('%s', (_, given, cause, message, remedy) => {
    const found = judge(given as Parameters<typeof world>[0]);
    expect(found).toMatchObject({
      cause,
      message: expect.stringContaining(message),
      remedy: expect.stringContaining(remedy),
    });
    expect(found!.evidence.length).toBeGreaterThan(0);
  });
});

describe('what is no failure', () => {
  it.each([
    ['a pod of the version before that crashes', { oldPod: crashed(1) }],
    ['one restart', { pod: crashed(1, 'Error', 1) }],
    ['a container that is being made', { pod: waiting('ContainerCreating') }],
    [
      'a pod for which another makes room',
      { pod: unschedulable('Insufficient cpu', { nominatedNodeName: 'n1' }) },
    ],
    [
      'a pod for which a node is coming',
      {
        pod: unschedulable('Insufficient cpu'),
        events: [{ reason: 'TriggeredScaleUp', message: 'pod triggered' }],
      },
    ],
  ])('%s', (_, given) => {
    expect(judge(given as Parameters<typeof world>[0])).toBeUndefined();
  });

  it('a pull that fails once and then succeeds', () => {
    const watch = new FailureWatch();
    const failing = world({ pod: waiting('ErrImagePull', 'timeout') });
    const [first] = watch.examine(failing, 0);
    expect(first.remaining).toBeGreaterThan(0);
    expect(watch.examine(world({}), 3_000)).toEqual([]);
    const [again] = watch.examine(failing, 6_000);
    expect(again.remaining).toBeGreaterThan(0);
  });

  it('but a pull that goes on failing under two names is one', () => {
    const watch = new FailureWatch();
    watch.examine(world({ pod: waiting('ErrImagePull') }), 0);
    const [later] = watch.examine(
      world({ pod: waiting('ImagePullBackOff') }),
      6_000,
    );
    expect(later.remaining).toBeLessThanOrEqual(0);
  });
});

it('every cause is produced on the playground, but for those of what it has not got', () => {
  const produced = FAILING_MODULES.map(({ cause }) => cause);
  const names = FAILURE_CAUSES.map(({ cause }) => cause);
  const missing = new Set(names.filter(name => !produced.includes(name)));
  expect([...missing]).toEqual([
    // There are nodes always.
    'no-nodes',
    // No cloud.
    'load-balancer',
    // Told with `timeout`.
    'readiness-probe',
    // No controller of secrets.
    'secret-not-fetched',
    // No Argo CD.
    'delivery-failed',
  ]);
});
