import {
  KubernetesObject,
  Module,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { myModule } from '../__fixtures__/myModule';
import {
  here,
  role,
  binding,
  ingress,
  configMap,
  secret,
  namespace,
} from './__fixtures__/objects';
import { gate } from './gate';
import { PolicyContext, StandingKind } from './PolicyContext';

const mine = myModule();
const withSecrets = (manager: Module['spec']['security']['secretsManager']) =>
  ({
    ...mine,
    spec: {
      ...mine.spec,
      security: { ...mine.spec.security, secretsManager: manager },
    },
  } as Module);

const judge = (
  object: object,
  context: Partial<PolicyContext> & { source?: string } = {},
) =>
  gate(
    [
      {
        object: object as KubernetesObject,
        source: context.source ?? 'charts/templates/x.yaml',
      },
    ],
    {
      module: mine,
      environment: 'dev',
      namespace: 'my-service-dev',
      podSecurity: [],
      clusterScopedKinds: [],
      foreignHosts: new Map([['taken.example.com', 'other']]),
      ...context,
    },
  );

describe('gate', () => {
  it.each<[string, object, string, string?]>([
    [
      'an object of another namespace',
      configMap({ namespace: 'kube-system' }),
      'own-namespace',
      'metadata.namespace',
    ],
    [
      'a cluster-scoped kind',
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: { name: 'x' },
      },
      'cluster-scoped',
    ],
    [
      'a Namespace that a chart brings',
      namespace('my-service-dev'),
      'cluster-scoped',
    ],
    [
      'wildcard verbs',
      role({ apiGroups: [''], resources: ['pods'], verbs: ['*'] }),
      'rbac-escalation',
      'rules[0].verbs',
    ],
    [
      'wildcard groups',
      role({ apiGroups: ['*'], resources: ['pods'], verbs: ['get'] }),
      'rbac-escalation',
      'rules[0].apiGroups',
    ],
    [
      'the verb impersonate',
      role({ apiGroups: [''], resources: ['users'], verbs: ['impersonate'] }),
      'rbac-escalation',
      'rules[0].verbs',
    ],
    [
      'every Secret of the namespace',
      role({ apiGroups: [''], resources: ['secrets'], verbs: ['list'] }),
      'rbac-escalation',
      'rules[0].resources',
    ],
    [
      'a binding of a ClusterRole',
      binding({ roleRef: { kind: 'ClusterRole', name: 'admin' } }),
      'rbac-escalation',
      'roleRef',
    ],
    [
      'a binding to people',
      binding({ subjects: [{ kind: 'User', name: 'eve' }] }),
      'rbac-escalation',
      'subjects[0]',
    ],
    [
      'a binding to an account of others',
      binding({
        subjects: [{ kind: 'ServiceAccount', name: 'x', namespace: 'other' }],
      }),
      'rbac-escalation',
      'subjects[0]',
    ],
    [
      'a label that claims another module',
      configMap({ labels: { 'orchestr8.io/module': 'other' } }),
      'forged-labels',
      'metadata.labels[orchestr8.io/module]',
    ],
    [
      'a mark that is only ours',
      configMap({ annotations: { 'orchestr8.io/epoch': '9' } }),
      'forged-labels',
      'metadata.annotations[orchestr8.io/epoch]',
    ],
    [
      'the host of another module',
      ingress([{ host: 'taken.example.com' }]),
      'ingress-hosts',
      'spec.rules[0].host',
    ],
    [
      'an Ingress for every host',
      ingress([{}]),
      'ingress-hosts',
      'spec.rules[0].host',
    ],
    [
      'code for the ingress controller',
      ingress([], { 'nginx.ingress.kubernetes.io/server-snippet': 'x' }),
      'ingress-hosts',
    ],
    [
      'a Service that claims addresses',
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: here,
        spec: { externalIPs: ['10.0.0.1'] },
      },
      'external-ips',
      'spec.externalIPs',
    ],
  ])('refuses %s', (_, object, rule, ...[path]) => {
    const findings = judge(object);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule, ...(path ? { path } : {}) });
    expect(findings[0].allowed).toBeUndefined();
  });

  it.each<[string, object, object?]>([
    ['a plain object in its namespace', configMap({})],
    ['our own Namespace', namespace('my-service-dev'), { source: 'generated' }],
    [
      'a cluster-scoped kind that the operator lists',
      {
        apiVersion: 'scheduling.k8s.io/v1',
        kind: 'PriorityClass',
        metadata: { name: 'x' },
      },
      { clusterScopedKinds: ['PriorityClass'] },
    ],
    [
      'a Role that names what it reads',
      role({
        apiGroups: [''],
        resources: ['secrets'],
        resourceNames: ['a'],
        verbs: ['get'],
      }),
    ],
    ['a binding of the own account', binding({})],
    [
      'labels that tell the truth',
      configMap({ labels: { 'orchestr8.io/module': 'my-service' } }),
    ],
    ['a host of its own', ingress([{ host: 'free.example.com' }])],
  ])('lets %s pass', (_, object, ...[context]) => {
    expect(judge(object, context)).toEqual([]);
  });

  it('refuses a kind that the cluster does not serve, and says under which version it does', () => {
    const capabilities = {
      version: 'v1.36.3',
      kinds: [
        {
          apiVersion: 'batch/v1',
          kind: 'CronJob',
          resource: 'cronjobs',
          namespaced: true,
        },
      ],
    };
    const old = {
      apiVersion: 'batch/v1beta1',
      kind: 'CronJob',
      metadata: here,
    };
    expect(judge(old, { capabilities })).toMatchObject([
      { rule: 'known-kind', remedy: expect.stringContaining('batch/v1') },
    ]);
  });

  it('leaves a plain Secret to lint where there is no manager, and refuses it where there is', () => {
    expect(judge(secret, { module: withSecrets('none') })).toEqual([]);
    const [refused] = judge(secret, {
      module: withSecrets('external-secrets'),
    });
    expect(refused).toMatchObject({ rule: 'plain-secret' });
    expect(refused.allowed).toBeUndefined();
    expect(JSON.stringify(refused)).not.toContain('Yg==');
  });

  it('refuses a host under a wildcard of another module', () => {
    const foreignHosts = new Map([['*.shop.example.com', 'shop']]);
    expect(
      judge(ingress([{ host: 'a.shop.example.com' }]), { foreignHosts }),
    ).toMatchObject([
      { rule: 'ingress-hosts', message: expect.stringContaining('"shop"') },
    ]);
    expect(
      judge(ingress([{ host: 'shop.example.com' }]), { foreignHosts }),
    ).toEqual([]);
  });

  it('refuses hosts of which it cannot be seen whose they are', () => {
    expect(
      judge(ingress([{ host: 'free.example.com' }]), {
        foreignHosts: new Map(),
        hostsUnseen: 'it may not list ingresses',
      }),
    ).toMatchObject([
      {
        rule: 'ingress-hosts',
        message: expect.stringContaining('may not list ingresses'),
        remedy: expect.stringContaining('o8 cluster prepare'),
      },
    ]);
  });

  it('names the level of the standard and the place of the pod', () => {
    const manifest = { object: configMap({}) as KubernetesObject, source: 'x' };
    expect(
      judge(configMap({}), {
        podSecurity: [
          {
            manifest,
            path: 'spec.template',
            findings: [
              { reason: 'host namespaces', detail: 'hostNetwork=true' },
            ],
          },
        ],
      }),
    ).toMatchObject([
      {
        rule: 'pod-security-restricted',
        path: 'spec.template.spec',
        message: expect.stringContaining('hostNetwork=true'),
      },
    ]);
  });

  it.each<[StandingKind['standing'], string[]]>([
    ['served', []],
    ['comes', []],
    ['needs-leave', ['known-kind']],
    ['foreign', ['known-kind']],
  ])(
    'judges a kind that the release defines and that is %s',
    (standing, rules) => {
      const kind = {
        ...{ apiVersion: 'example.com/v1', kind: 'Thing' },
        ...{ resource: 'things', namespaced: true, standing },
        definition: 'things.example.com',
      };
      const { apiVersion } = kind;
      const context = {
        capabilities: { version: 'v1.36.0', kinds: [] },
        defined: [kind],
      };
      const thing = { apiVersion, kind: 'Thing', metadata: here };
      expect(judge(thing, context).map(({ rule }) => rule)).toEqual(rules);
      const elsewhere = { ...here, namespace: 'kube-system' };
      expect(
        judge({ ...thing, metadata: elsewhere }, context).map(
          ({ rule }) => rule,
        ),
      ).toEqual(['own-namespace', ...rules]);
      const wide = { ...context, defined: [{ ...kind, namespaced: false }] };
      expect(
        judge({ ...thing, metadata: { name: 'x' } }, wide).map(
          ({ rule }) => rule,
        ),
      ).toEqual(['cluster-scoped', ...rules]);
    },
  );
});
