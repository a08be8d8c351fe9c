import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { deployment } from '../../../__fixtures__/plannedDeployment';
import { FailingModule } from './FailingModule';

/** What a kubelet tells; the playground's does so by the tag of the image. */
const TOLD_BY_KUBELETS: Record<string, RegExp> = {
  'image-missing': /code = NotFound/,
  'image-name': /repository name must be lowercase/,
  'image-never-pulled': /pull policy of Never/,
  'image-access': /pull access denied/,
  'registry-limit': /429 Too Many Requests/,
  'registry-unreachable': /no such host/,
  'image-platform': /no match for platform/,
  'image-pull': /unexpected EOF/,
  'missing-secret': /secret "database" not found/,
  'missing-config-map': /configmap "settings" not found/,
  'missing-key': /couldn't find key password/,
  'runs-as-root': /image will run as root/,
  'container-configuration': /failed to prepare subPath/,
  'container-start': /failed to create containerd container/,
  'out-of-memory': /OOMKilled/,
  'command-missing': /executable file not found/,
  'command-not-executable': /permission denied/,
  'probe-kills': /Liveness probe failed/,
  'crash-loop': /exit code 1/,
  'volume-mount': /list of registered CSI drivers/,
  'volume-elsewhere': /Multi-Attach error/,
};

/** What a kubelet cannot start, or sees end. */
export const KUBELET: readonly FailingModule[] = [
  ...Object.entries(TOLD_BY_KUBELETS).map(([cause, says]) => ({
    cause,
    says,
    objects: (ns: string) => [
      deployment(ns, 'web', { image: `example/web:${cause}` }),
    ],
  })),
  ...['pod-evicted', 'pod-failed'].map(cause => ({
    cause,
    says: cause === 'pod-evicted' ? /low on resource: memory/ : /Error/,
    objects: (ns: string): KubernetesObject[] => [
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'alone', namespace: ns },
        spec: {
          restartPolicy: 'Never',
          containers: [
            {
              name: 'app',
              image: `example/app:${
                cause === 'pod-evicted' ? cause : 'crash-loop'
              }`,
            },
          ],
        },
      },
    ],
  })),
];
