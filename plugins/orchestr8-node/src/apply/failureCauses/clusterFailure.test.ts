import { ClusterError, ClusterErrorReason } from '../../adapters/ClusterError';
import { clusterFailure } from './clusterFailure';

const failure = (
  reason: ClusterErrorReason,
  message: string,
  conflicts?: { manager: string; field: string }[],
) =>
  clusterFailure(
    new ClusterError(message, {
      cluster: 'c',
      reason,
      conflicts,
      object: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        name: 'a',
        namespace: 'n',
      },
    }),
  );

describe('a refusal of the cluster', () => {
  it.each([
    [
      'unreachable',
      'connection refused',
      'cluster-unreachable',
      'deploy again',
    ],
    ['unauthorized', 'Unauthorized', 'credentials', 'renew its kubeconfig'],
    ['forbidden', 'cannot patch resource', 'forbidden', 'that right'],
    [
      'forbidden',
      'violates PodSecurity "restricted"',
      'pod-security',
      'podSecurityStandard',
    ],
    [
      'forbidden',
      'admission webhook "x" denied the request: no',
      'admission',
      'as its message says',
    ],
    [
      'invalid',
      "ValidatingAdmissionPolicy 'p' with binding 'b' denied request: no",
      'admission',
      'as its message says',
    ],
    [
      'forbidden',
      'because it is being terminated',
      'namespace-terminating',
      'when it is gone',
    ],
    ['quota', 'exceeded quota', 'quota', 'ResourceQuota'],
    ['invalid', 'field is immutable', 'immutable-field', 'a new name'],
    ['invalid', '.spec.x: unknown', 'invalid', 'Correct the field'],
    [
      'not-found',
      'does not know the kind X',
      'unknown-kind',
      'Install what brings that kind',
    ],
    ['not-found', 'namespaces "n" not found', 'not-found', 'is not there'],
  ] as const)('%s, "%s", is %s', (reason, message, cause, remedy) => {
    expect(failure(reason, message)).toMatchObject({
      cause,
      message,
      remedy: expect.stringContaining(remedy),
      object: { name: 'a' },
    });
  });

  it('names managers and fields of a conflict', () => {
    const { cause, evidence, remedy } = failure('conflict', 'conflict', [
      { manager: 'kubectl', field: 'data.a' },
    ]);
    expect(cause).toBe('conflict');
    expect(evidence).toContain('data.a is managed by "kubectl"');
    expect(remedy).toContain('leave data.a out of the chart');
  });

  it('tells an autoscaler’s replicas from other conflicts', () => {
    const { cause, remedy } = failure('conflict', 'conflict', [
      { manager: 'kube-controller-manager', field: 'spec.replicas' },
    ]);
    expect(cause).toBe('autoscaled-replicas');
    expect(remedy).toContain('leave `replicas` out');
  });
});
