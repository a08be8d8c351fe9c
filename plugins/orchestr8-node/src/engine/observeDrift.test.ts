import {
  KubernetesObject,
  ObjectDrift,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { execFileSync } from 'node:child_process';
import { connectCluster } from '../adapters/kubernetes/connectCluster';
import {
  configMap,
  deployment,
  namespaceObject,
} from '../apply/__fixtures__/plannedDeployment';
import { driftOf } from '../plan/drift/driftOf';
import { observeDrift } from './observeDrift';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const kubectl = process.env.O8_KUBECTL;
const whenPlayground = kubeconfig && kubectl ? describe : describe.skip;

whenPlayground('drift (needs O8_TEST_KUBECONFIG and O8_KUBECTL)', () => {
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const run = Date.now().toString(36);
  const namespaces: string[] = [];
  /** A namespace for each test: none finds what another left. */
  let ns: string;
  let deployed: KubernetesObject[];
  const byHand = (command: string) =>
    execFileSync(
      kubectl!,
      [`--kubeconfig=${kubeconfig}`, '-n', ns, ...command.split(' ')],
      { stdio: 'pipe' },
    );
  const look = () =>
    observeDrift(
      cluster,
      deployed.map(object => ({ object, source: 'test' })),
    );
  const fieldsOf = (drifts: ObjectDrift[], kind: string) =>
    drifts.find(({ object }) => object.kind === kind)?.fields;

  beforeEach(async () => {
    ns = `o8-drift-${run}-${namespaces.length}`;
    namespaces.push(ns);
    deployed = release(ns);
    for (const object of deployed) await cluster.apply(object);
  }, 30_000);

  afterAll(async () => {
    for (const name of namespaces) {
      await cluster.delete(objectRef(namespaceObject(name)));
    }
    await cluster.close();
  });

  it('is nothing where only the cluster filled in and spelled anew', async () => {
    expect(await look()).toEqual([]);
  });

  it('is each field that a person changed, with the manager, from what to what', async () => {
    byHand('set image deployment/web app=example/web:2');
    byHand('scale deployment/web --replicas=2');
    byHand('set env deployment/web B=2');
    const drifts = await look();
    expect(fieldsOf(drifts, 'Deployment')).toEqual([
      {
        path: 'spec.replicas',
        from: 1,
        to: 2,
        manager: 'kubectl',
        at: undefined,
      },
      {
        path: 'spec.template.spec.containers[name=app].image',
        from: 'example/web:1',
        to: 'example/web:2',
        manager: 'kubectl-set',
        at: expect.stringMatching(/^\d{4}-/),
      },
      {
        path: 'spec.template.spec.containers[name=app].env[name=B]',
        to: { name: 'B', value: '2' },
        manager: 'kubectl-set',
        at: expect.stringMatching(/^\d{4}-/),
      },
    ]);
    expect(drifts).toHaveLength(1);
  });

  it('is what a person took away', async () => {
    byHand('set env deployment/web A-');
    byHand(
      'patch configmap settings --type=json -p [{"op":"remove","path":"/data/b"}]',
    );
    const drifts = await look();
    expect(fieldsOf(drifts, 'Deployment')).toMatchObject([
      {
        path: 'spec.template.spec.containers[name=app].env',
        from: [{ name: 'A', value: '1' }],
      },
    ]);
    expect(fieldsOf(drifts, 'ConfigMap')).toMatchObject([
      { path: 'data.b', from: '2' },
    ]);
    expect(fieldsOf(drifts, 'ConfigMap')?.[0]).not.toHaveProperty('to');
  });

  it('is what a person added, and no marks of tools', async () => {
    byHand('label configmap settings mine=yes');
    byHand('annotate configmap settings example.com/note=here');
    byHand('rollout restart deployment/web');
    const drifts = await look();
    expect(fieldsOf(drifts, 'ConfigMap')).toMatchObject([
      { path: 'metadata.annotations[example.com/note]', to: 'here' },
      { path: 'metadata.labels.mine', to: 'yes' },
    ]);
    expect(fieldsOf(drifts, 'Deployment')).toBeUndefined();
  });

  it('never shows what a Secret holds', async () => {
    byHand('patch secret hidden -p {"stringData":{"password":"hunter-two"}}');
    const drifts = await look();
    expect(fieldsOf(drifts, 'Secret')).toMatchObject([
      { path: 'data.password', from: '(secret)', to: '(secret)' },
    ]);
    expect(JSON.stringify(drifts)).not.toContain(
      Buffer.from('hunter').toString('base64').slice(0, 6),
    );
  });

  it('is an object that is gone', async () => {
    byHand('delete service web');
    const service = { apiVersion: 'v1', kind: 'Service', name: 'web' };
    expect(await look()).toEqual([
      { object: { ...service, namespace: ns }, fields: [] },
    ]);
  });

  it('goes when the release is applied again', async () => {
    byHand('set image deployment/web app=example/web:3');
    expect(await look()).toHaveLength(1);
    for (const object of deployed) await cluster.apply(object, { force: true });
    expect(await look()).toEqual([]);
  });
});

/** Objects of which the API server fills much in, and spells some otherwise. */
function release(ns: string): KubernetesObject[] {
  const web = deployment(ns, 'web', { cpu: '1000m', replicas: 1 });
  Object.assign(web.spec.template.spec.containers[0], {
    args: ['a', 'b'],
    env: [{ name: 'A', value: '1' }],
    ports: [{ containerPort: 8080 }],
    readinessProbe: { httpGet: { path: '/', port: 8080 } },
  });
  return [
    namespaceObject(ns),
    web,
    configMap(ns, 'settings', { a: '1', b: '2' }),
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'hidden', namespace: ns },
      stringData: { password: 'hunter-one' },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: ns },
      spec: { ports: [{ port: 80 }], selector: { app: 'web' } },
    },
  ];
}

describe('driftOf, by who manages', () => {
  const declared: KubernetesObject = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'ns' },
    spec: { replicas: 1 },
  };
  const scaledBy = (manager: string, subresource?: string) => ({
    ...declared,
    metadata: {
      ...declared.metadata,
      managedFields: [
        {
          manager: 'orchestr8',
          operation: 'Apply',
          fieldsV1: { 'f:metadata': {} },
        },
        {
          manager,
          operation: 'Update',
          subresource,
          fieldsV1: { 'f:spec': { 'f:replicas': {} } },
        },
      ],
    },
    spec: { replicas: 5 },
  });

  it.each([
    ['an autoscaler', 'kube-controller-manager', 'scale', 0],
    ['a person', 'kubectl', 'scale', 1],
    ['another controller', 'somebody-else', undefined, 1],
  ])('replicas set by %s', (_, manager, subresource, count) => {
    expect(
      driftOf(declared, scaledBy(manager, subresource), {
        fieldManager: 'orchestr8',
      }),
    ).toHaveLength(count);
  });

  describe('fields added by two people', () => {
    const added = (at: { label: string; annotate: string }) => {
      const entry = (manager: string, time: string, fields: object) => ({
        manager,
        operation: 'Update',
        time,
        fieldsV1: { 'f:metadata': fields },
      });
      const entries = [
        entry('kubectl-label', at.label, { 'f:labels': { 'f:mine': {} } }),
        entry('kubectl-annotate', at.annotate, {
          'f:labels': { 'f:mine': {} },
          'f:annotations': { 'f:note': {} },
        }),
      ];
      return {
        ...declared,
        metadata: {
          ...declared.metadata,
          labels: { mine: 'yes' },
          annotations: { note: 'here' },
          // As the API server has them.
          managedFields: entries.sort(
            (a, b) =>
              a.time.localeCompare(b.time) ||
              a.manager.localeCompare(b.manager),
          ),
        },
      };
    };

    it.each([
      ['in the same second', '00', '00', 'kubectl-annotate'],
      ['one after the other', '00', '01', 'kubectl-annotate'],
      ['the other way round', '01', '00', 'kubectl-label'],
    ])('are told once each and by path, %s', (_, label, annotate, last) => {
      const time = (second: string) => `2026-01-01T00:00:${second}Z`;
      const drifts = driftOf(
        declared,
        added({ label: time(label), annotate: time(annotate) }),
        { fieldManager: 'orchestr8' },
      );
      expect(drifts.map(({ path, manager }) => [path, manager])).toEqual([
        ['metadata.annotations.note', 'kubectl-annotate'],
        ['metadata.labels.mine', last],
      ]);
    });
  });
});
