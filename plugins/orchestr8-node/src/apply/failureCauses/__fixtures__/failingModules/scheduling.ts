import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { deployment } from '../../../__fixtures__/plannedDeployment';
import { FailingModule, inNamespace, Spec, withPod } from './FailingModule';

/** Nodes that nothing else is put on, by what keeps pods from them. */
const nodeWith = (ns: string, spec: Spec): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: ns },
  spec,
});
/** A pod that asks for one node by name, with or without success. */
const onNode = (name: string): Spec => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [
          {
            matchFields: [
              { key: 'metadata.name', operator: 'In', values: [name] },
            ],
          },
        ],
      },
    },
  },
});
/** A volume and the claim that it is for. */
const boundClaim = (
  ns: string,
  mode: string,
  nodeAffinity?: Spec,
): KubernetesObject[] => [
  {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: ns },
    spec: {
      capacity: { storage: '1Gi' },
      accessModes: [mode],
      storageClassName: 'by-hand',
      hostPath: { path: '/nowhere' },
      claimRef: { name: 'given', namespace: ns },
      nodeAffinity,
    },
  },
  inNamespace(ns, 'PersistentVolumeClaim', {
    accessModes: [mode],
    storageClassName: 'by-hand',
    volumeName: ns,
    resources: { requests: { storage: '1Gi' } },
  }),
];

const claimed = (claimName: string) => ({
  volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }],
});

/** What no node takes. */
export const SCHEDULING: readonly FailingModule[] = [
  {
    cause: 'no-room',
    says: /Insufficient cpu/,
    objects: ns => [deployment(ns, 'web', { cpu: '4000' })],
  },
  {
    cause: 'no-such-resource',
    says: /Insufficient example.com\/gpu/,
    objects: ns => [
      withPod(
        ns,
        {},
        { container: { resources: { limits: { 'example.com/gpu': '1' } } } },
      ),
    ],
  },
  {
    cause: 'node-selector',
    says: /node affinity\/selector/,
    objects: ns => [withPod(ns, { nodeSelector: { 'example.com/no': 'way' } })],
  },
  {
    cause: 'pods-apart',
    says: /anti-affinity/,
    objects: ns => [
      withPod(
        ns,
        {
          affinity: {
            podAntiAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [
                {
                  topologyKey: 'kubernetes.io/hostname',
                  labelSelector: {
                    matchLabels: { 'app.kubernetes.io/name': 'web' },
                  },
                },
              ],
            },
          },
        },
        { replicas: 12 },
      ),
    ],
  },
  {
    cause: 'port-taken',
    says: /free ports/,
    objects: ns => [
      withPod(
        ns,
        {},
        {
          replicas: 12,
          container: { ports: [{ containerPort: 80, hostPort: 28_080 }] },
        },
      ),
    ],
  },
  {
    cause: 'node-taint',
    says: /untolerated taint/,
    before: ns => [
      nodeWith(ns, {
        taints: [{ key: 'example.com/own', effect: 'NoSchedule' }],
      }),
    ],
    objects: ns => [withPod(ns, onNode(ns))],
  },
  {
    cause: 'node-closed',
    says: /were unschedulable/,
    before: ns => [nodeWith(ns, { unschedulable: true })],
    objects: ns => [withPod(ns, onNode(ns))],
  },
  {
    cause: 'volume-zone',
    says: /PersistentVolume's node affinity/,
    before: ns =>
      boundClaim(ns, 'ReadWriteOnce', {
        required: {
          nodeSelectorTerms: [
            {
              matchExpressions: [
                {
                  key: 'topology.kubernetes.io/zone',
                  operator: 'In',
                  values: ['elsewhere'],
                },
              ],
            },
          ],
        },
      }),
    objects: ns => [withPod(ns, claimed('given'))],
  },
  {
    cause: 'claim-in-use',
    says: /already in-use by another pod/,
    before: ns => boundClaim(ns, 'ReadWriteOncePod'),
    objects: ns => [withPod(ns, claimed('given'), { replicas: 2 })],
  },
  {
    cause: 'unschedulable',
    says: /didn't satisfy plugin/,
    objects: ns => [withPod(ns, onNode('nowhere'))],
  },
  {
    cause: 'missing-claim',
    says: /persistentvolumeclaim "nowhere" not found/,
    objects: ns => [withPod(ns, claimed('nowhere'))],
  },
  {
    cause: 'unbound-claim',
    says: /unbound immediate PersistentVolumeClaims/,
    objects: ns => [
      inNamespace(ns, 'PersistentVolumeClaim', {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'no-such-class',
        resources: { requests: { storage: '1Gi' } },
      }),
      withPod(ns, claimed('given')),
    ],
  },
];
