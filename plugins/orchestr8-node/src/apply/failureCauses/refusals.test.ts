import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterError } from '../../adapters/ClusterError';
import { connectCluster } from '../../adapters/kubernetes/connectCluster';
import {
  configMap,
  deployment,
  namespaceObject,
} from '../__fixtures__/plannedDeployment';
import { clusterFailure } from './clusterFailure';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

whenPlayground(
  'a refusal of a real API server (needs O8_TEST_KUBECONFIG)',
  () => {
    const run = Date.now().toString(36);
    const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
    const namespaces: string[] = [];
    const namespace = async (what: string, labels?: Record<string, string>) => {
      const object = namespaceObject(`o8-refusal-${what}-${run}`);
      await cluster.apply({
        ...object,
        metadata: { ...object.metadata, labels },
      });
      namespaces.push(object.metadata.name);
      return object.metadata.name;
    };
    const ns = `o8-refusal-given-${run}`;
    beforeAll(() => namespace('given'));
    afterAll(async () => {
      for (const name of namespaces) {
        await cluster.delete({ apiVersion: 'v1', kind: 'Namespace', name });
      }
      await cluster.close();
    });

    const failureOf = async (write: () => Promise<unknown>) => {
      const error = await write().catch((e: unknown) => e);
      expect(error).toBeInstanceOf(ClusterError);
      return clusterFailure(error as ClusterError);
    };

    const service = (name: string): KubernetesObject => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: ns },
      spec: { type: 'NodePort', ports: [{ port: 80, nodePort: 31_913 }] },
    });
    const withSelector = (app: string) => {
      const object = deployment(ns, 'web', { replicas: 0 });
      object.spec.selector.matchLabels = { app };
      object.spec.template.metadata.labels = { app };
      return object;
    };
    const binding: KubernetesObject = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'binding', namespace: ns },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'view',
      },
    };
    const byContent: [string, KubernetesObject[], string][] = [
      ['immutable-field', [withSelector('a'), withSelector('b')], 'a new name'],
      [
        'immutable-field',
        [
          binding,
          { ...binding, roleRef: { ...binding.roleRef, name: 'edit' } },
        ],
        'the RoleBinding a new name',
      ],
      ['address-taken', [service('one'), service('two')], 'nodePort'],
      [
        'too-large',
        [configMap(ns, 'large', { a: 'x'.repeat(1_100_000) })],
        '1 MiB',
      ],
      [
        'invalid',
        [{ ...configMap(ns, 'typo'), dta: {} } as KubernetesObject],
        'Correct the field',
      ],
      [
        'unknown-kind',
        [
          {
            apiVersion: 'nobody.io/v1',
            kind: 'Nothing',
            metadata: { name: 'a', namespace: ns },
          },
        ],
        'Install what brings',
      ],
      ['not-found', [configMap(`o8-never-${run}`, 'a')], 'is not there'],
    ];

    it.each(byContent)('is %s', async (cause, objects, remedy) => {
      const failure = await failureOf(async () => {
        for (const object of objects) await cluster.apply(object);
      });
      expect(failure).toMatchObject({
        cause,
        object: { kind: objects[0].kind },
        remedy: expect.stringContaining(remedy),
      });
    });

    const bare = (name: string): KubernetesObject => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'bare', namespace: name },
      spec: {
        containers: [
          { name: 'a', image: 'a:1', resources: { limits: { cpu: '2' } } },
        ],
      },
    });

    it('is pod-security for a pod below the standard of its namespace', async () => {
      const strict = await namespace('strict', {
        'pod-security.kubernetes.io/enforce': 'restricted',
      });
      expect(await failureOf(() => cluster.apply(bare(strict)))).toMatchObject({
        cause: 'pod-security',
        message: expect.stringContaining('violates PodSecurity'),
      });
    });

    it('is limit-range for resources out of bounds', async () => {
      const bounded = await namespace('bounded');
      await cluster.apply({
        apiVersion: 'v1',
        kind: 'LimitRange',
        metadata: { name: 'given', namespace: bounded },
        spec: { limits: [{ type: 'Container', max: { cpu: '100m' } }] },
      });
      expect(await failureOf(() => cluster.apply(bare(bounded)))).toMatchObject(
        {
          cause: 'limit-range',
          message: expect.stringContaining('maximum cpu usage per Container'),
        },
      );
    });

    it('is namespace-terminating in a namespace that goes', async () => {
      const going = await namespace('going');
      const held = configMap(going, 'held');
      const finalizers = ['example.com/slow'];
      await cluster.apply({
        ...held,
        metadata: { ...held.metadata, finalizers },
      });
      await cluster.delete({
        apiVersion: 'v1',
        kind: 'Namespace',
        name: going,
      });
      expect(
        await failureOf(() => cluster.apply(configMap(going, 'late'))),
      ).toMatchObject({ cause: 'namespace-terminating' });
      await cluster.apply({
        ...held,
        metadata: { ...held.metadata, finalizers: [] },
      });
    });

    it('is autoscaled-replicas once an autoscaler has scaled, and a conflict with anybody else', async () => {
      await cluster.apply(deployment(ns, 'scaled', { replicas: 0 }));
      const scaler = { fieldManager: 'kube-controller-manager', force: true };
      await cluster.apply(deployment(ns, 'scaled', { replicas: 1 }), scaler);
      const write = () =>
        cluster.apply(deployment(ns, 'scaled', { replicas: 2 }));
      expect(await failureOf(write)).toMatchObject({
        cause: 'autoscaled-replicas',
        evidence: expect.arrayContaining([
          'spec.replicas is managed by "kube-controller-manager"',
        ]),
      });
      const person = { fieldManager: 'somebody', force: true };
      await cluster.apply(deployment(ns, 'scaled', { replicas: 3 }), person);
      expect(await failureOf(write)).toMatchObject({
        cause: 'conflict',
        remedy: expect.stringContaining('let "somebody" give it up'),
      });
    });
  },
);
