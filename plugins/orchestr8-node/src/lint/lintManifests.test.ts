import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { myModule } from '../__fixtures__/myModule';
import { lintManifests } from './lintManifests';

type Part = Record<string, unknown>;

const SAFE = { runAsNonRoot: true, readOnlyRootFilesystem: true };
const container = (changes: Part = {}) => ({
  name: 'app',
  image: 'registry.local:5000/app:1.0.0',
  securityContext: SAFE,
  ...changes,
});
const pod = (changes: Part = {}) => ({ containers: [container()], ...changes });
const workload = (changes: Part = {}, options: Part = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'app' },
  ...options,
  spec: {
    replicas: 1,
    template: { metadata: { labels: { app: 'app' } }, spec: pod() },
    ...changes,
  },
});
const withPod = (changes: Part, options: Part = {}) =>
  workload({ template: { spec: pod(changes) } }, options);
const withContainer = (changes: Part) =>
  withPod({ containers: [container(changes)] });
const named = (name: string, image: string, kind = 'Deployment') =>
  workload(
    {
      template: {
        metadata: { labels: { 'app.kubernetes.io/name': name } },
        spec: pod({ containers: [container({ image })] }),
      },
    },
    { kind, metadata: { name } },
  );
const budget = (selector: Part) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'app' },
  spec: { maxUnavailable: 1, selector },
});
const scaler = (minReplicas?: number) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'app' },
  spec: { minReplicas, scaleTargetRef: { kind: 'Deployment', name: 'app' } },
});
const mount = (volume: Part, mountPath: string) =>
  withPod({
    containers: [container({ volumeMounts: [{ name: 'v', mountPath }] })],
    volumes: [{ name: 'v', ...volume }],
  });

const lint = (objects: object[], { last = false, source = 'x.yaml' } = {}) =>
  lintManifests(
    objects.map(object => ({ object: object as KubernetesObject, source })),
    { module: myModule(), last },
  );
const ROOT = 'spec.template.spec.containers[0]';

describe('lintManifests', () => {
  it.each<[string, object[], string, string?, boolean?]>([
    [
      'an image without a tag',
      [withContainer({ image: 'registry.local:5000/app' })],
      'O8310',
      `${ROOT}.image`,
    ],
    [
      'the tag latest',
      [withContainer({ image: 'app:latest' })],
      'O8310',
      `${ROOT}.image`,
    ],
    [
      'a floating tag of an init container',
      [withPod({ initContainers: [container({ image: 'x' })] })],
      'O8310',
      'spec.template.spec.initContainers[0].image',
    ],
    [
      'a single replica at the end',
      [workload()],
      'O8311',
      'spec.replicas',
      true,
    ],
    [
      'replicas that are not given at the end',
      [workload({ replicas: undefined })],
      'O8311',
      'spec.replicas',
      true,
    ],
    [
      'an autoscaler that goes down to one',
      [workload(), scaler()],
      'O8311',
      'spec.replicas',
      true,
    ],
    [
      'several replicas without protection',
      [workload({ replicas: 3 })],
      'O8312',
      'spec.replicas',
      true,
    ],
    [
      'a budget for other pods',
      [workload({ replicas: 3 }), budget({ matchLabels: { app: 'other' } })],
      'O8312',
      'spec.replicas',
      true,
    ],
    [
      'a container that may be root',
      [withContainer({ securityContext: { readOnlyRootFilesystem: true } })],
      'O8313',
      `${ROOT}.securityContext.runAsUser`,
    ],
    [
      'a container that is root',
      [withContainer({ securityContext: { ...SAFE, runAsUser: 0 } })],
      'O8313',
      `${ROOT}.securityContext.runAsUser`,
    ],
    [
      'a pod that is root',
      [withPod({ securityContext: { runAsUser: 0 } })],
      'O8313',
      'spec.template.spec.securityContext.runAsUser',
    ],
    [
      'a root file system that can be written to',
      [withContainer({ securityContext: { runAsNonRoot: true } })],
      'O8314',
      `${ROOT}.securityContext.readOnlyRootFilesystem`,
    ],
    [
      'a Secret with data',
      [
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 's' },
          stringData: { a: 'b' },
        },
      ],
      'O8315',
      'stringData',
    ],
    [
      'a folder of the node',
      [mount({ hostPath: { path: '/srv' } }, '/x')],
      'O8316',
      'spec.template.spec.volumes[0]',
    ],
    [
      'data in the pod',
      [mount({ emptyDir: {} }, '/var/lib/app')],
      'O8316',
      'spec.template.spec.volumes[0]',
    ],
    [
      'a store beside a service',
      [
        named('app', 'app:1'),
        named('app', 'docker.io/library/redis:7@sha256:aa'),
      ],
      'O8317',
    ],
    [
      'two applications',
      [named('shop', 'shop:1'), named('blog', 'blog:1')],
      'O8317',
    ],
  ])('warns of %s', (_, objects, code, ...[path, last]) => {
    expect(lint(objects, { last })).toEqual([
      expect.objectContaining({
        code,
        source: 'x.yaml',
        ...(path ? { path } : {}),
      }),
    ]);
  });

  it.each<[string, object[], boolean?]>([
    ['a sound Deployment', [workload()]],
    ['an image by digest', [withContainer({ image: 'app@sha256:aa' })]],
    [
      'a user with a number',
      [
        withContainer({
          securityContext: { runAsUser: 7, readOnlyRootFilesystem: true },
        }),
      ],
    ],
    [
      'a security context of the pod',
      [
        withPod({
          securityContext: { runAsNonRoot: true },
          containers: [
            container({ securityContext: { readOnlyRootFilesystem: true } }),
          ],
        }),
      ],
    ],
    [
      'a pod for Windows',
      [
        withPod({
          os: { name: 'windows' },
          containers: [container({ securityContext: {} })],
        }),
      ],
    ],
    [
      'several replicas with a budget',
      [
        workload({ replicas: 2 }),
        budget({
          matchExpressions: [{ key: 'app', operator: 'In', values: ['app'] }],
        }),
      ],
      true,
    ],
    [
      'several replicas with an autoscaler',
      [workload({ replicas: undefined }), scaler(2)],
      true,
    ],
    [
      'a database with its own volume',
      [workload({ volumeClaimTemplates: [{}] }, { kind: 'StatefulSet' })],
      true,
    ],
    ['what is switched off', [workload({ replicas: 0 })], true],
    ['scratch space', [mount({ emptyDir: {} }, '/tmp')]],
    [
      'a claim for data',
      [mount({ persistentVolumeClaim: { claimName: 'x' } }, '/data')],
    ],
    [
      'a service with its worker',
      [named('app', 'app:1'), named('app', 'app:1')],
    ],
    [
      'a database with its backup',
      [
        named('db', 'postgres:16'),
        { ...named('db-backup', 'postgres:16'), kind: 'Job' },
      ],
    ],
    [
      'a folder of the node in an agent',
      [
        {
          ...mount({ hostPath: { path: '/var/log' } }, '/x'),
          kind: 'DaemonSet',
        },
      ],
    ],
    [
      'an empty Secret',
      [{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' } }],
    ],
  ])('says nothing about %s', (_, objects, ...[last]) => {
    expect(lint(objects, { last })).toEqual([]);
  });

  it('says nothing about what is generated', () => {
    const broken = withContainer({ image: 'x', securityContext: {} });
    expect(lint([broken], { source: 'generated' })).toEqual([]);
  });

  it('finds pods in kinds that it does not know', () => {
    const rollout = {
      ...withContainer({ image: 'app' }),
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
    };
    expect(lint([rollout]).map(({ code }) => code)).toEqual(['O8310']);
  });
});
