import {
  KubernetesObject,
  PolicyException,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { myModule } from '../__fixtures__/myModule';
import { binding, configMap, ingress, role } from './__fixtures__/objects';
import { gate, POLICY_RULES } from './gate';
import { PolicyContext } from './PolicyContext';

const NOW = '2026-06-01T12:00:00.000Z';
const exception = (
  changes: Partial<PolicyException> = {},
): PolicyException => ({
  rule: 'own-namespace',
  module: 'my-service',
  environment: 'dev',
  reason: 'moves out in July',
  expires: '2026-07-01T00:00:00.000Z',
  ...changes,
});
const judge = (object: object, context: Partial<PolicyContext> = {}) =>
  gate([{ object: object as KubernetesObject, source: 'x.yaml' }], {
    module: myModule(),
    environment: 'dev',
    namespace: 'my-service-dev',
    podSecurity: [],
    clusterScopedKinds: [],
    foreignHosts: new Map([['a.shop.example.com', 'shop']]),
    now: NOW,
    ...context,
  });
const abroad = configMap({ namespace: 'kube-system' });
const monitor = (kind: string, spec: object) => ({
  ...configMap({}),
  apiVersion: 'monitoring.coreos.com/v1',
  kind,
  spec,
});

describe('exceptions of the policy gate', () => {
  it('allow what they name, visibly, with reason and end', () => {
    expect(judge(abroad, { exceptions: [exception()] })).toMatchObject([
      {
        rule: 'own-namespace',
        allowed: { reason: 'moves out in July', expires: exception().expires },
      },
    ]);
  });

  it.each<[string, Partial<PolicyException>]>([
    ['another rule', { rule: 'cluster-scoped' }],
    ['another module', { module: 'other' }],
    ['another environment', { environment: 'production' }],
  ])('do not hold for %s', (_, changes) => {
    const [finding] = judge(abroad, { exceptions: [exception(changes)] });
    expect(finding.allowed).toBeUndefined();
    expect(finding.remedy).not.toContain('exception');
  });

  it('hold in every environment when they name none', () => {
    const [finding] = judge(abroad, {
      environment: 'production',
      exceptions: [exception({ environment: undefined })],
    });
    expect(finding.allowed).toBeDefined();
  });

  it('end, and are named when they have', () => {
    const expires = NOW;
    const [finding] = judge(abroad, { exceptions: [exception({ expires })] });
    expect(finding.allowed).toBeUndefined();
    expect(finding.remedy).toContain(`ended on ${NOW}`);
  });

  it('are not needed for a monitor of the own namespace', () => {
    expect(
      judge(
        monitor('ServiceMonitor', {
          namespaceSelector: { matchNames: ['my-service-dev'] },
          endpoints: [{ port: 'http', bearerTokenSecret: { name: 'x' } }],
        }),
      ),
    ).toEqual([]);
  });

  it('can be made for every rule that the gate knows, and for no other', () => {
    const findings = [
      ...judge(abroad),
      ...judge(role({ verbs: ['*'] })),
      ...judge(ingress([{}])),
    ];
    expect(findings.length).toBeGreaterThan(2);
    for (const { rule } of findings) expect(POLICY_RULES).toContain(rule);
  });
});

describe('what the gate refuses besides', () => {
  it.each<[string, object, string, string]>([
    [
      'a token of another account',
      role({
        apiGroups: [''],
        resources: ['serviceaccounts/token'],
        verbs: ['create'],
      }),
      'rbac-escalation',
      'rules[0].resources',
    ],
    [
      'a shell in pods',
      role({ apiGroups: [''], resources: ['pods/exec'], verbs: ['create'] }),
      'rbac-escalation',
      'rules[0].resources',
    ],
    [
      'every subresource',
      role({ apiGroups: [''], resources: ['pods/*'], verbs: ['get'] }),
      'rbac-escalation',
      'rules[0].resources',
    ],
    [
      'writing roles',
      role({
        apiGroups: ['rbac.authorization.k8s.io'],
        resources: ['roles'],
        verbs: ['patch'],
      }),
      'rbac-escalation',
      'rules[0].resources',
    ],
    [
      'a binding to everybody',
      binding({ subjects: [{ kind: 'Group', name: 'system:authenticated' }] }),
      'rbac-escalation',
      'subjects[0]',
    ],
    [
      'an object that says it is of Helm',
      configMap({ annotations: { 'meta.helm.sh/release-name': 'x' } }),
      'forged-labels',
      'metadata.annotations[meta.helm.sh/release-name]',
    ],
    [
      'an object that says it is of Argo CD',
      configMap({ labels: { 'argocd.argoproj.io/instance': 'x' } }),
      'forged-labels',
      'metadata.labels[argocd.argoproj.io/instance]',
    ],
    [
      'a wildcard over the host of another module',
      ingress([{ host: '*.shop.example.com' }]),
      'ingress-hosts',
      'spec.rules[0].host',
    ],
    [
      'a backend for every name',
      {
        ...ingress([{ host: 'x.example.com' }]),
        spec: { rules: [{ host: 'x.example.com' }], defaultBackend: {} },
      },
      'ingress-hosts',
      'spec.defaultBackend',
    ],
    [
      'Orchestr8’s own record of what it owns',
      configMap({ name: 'orchestr8-inventory' }),
      'own-records',
      'metadata.name',
    ],
    [
      'a monitor of other namespaces',
      monitor('ServiceMonitor', { namespaceSelector: { any: true } }),
      'foreign-scrape',
      'spec.namespaceSelector',
    ],
    [
      'a monitor of a namespace of others',
      monitor('PodMonitor', {
        namespaceSelector: { matchNames: ['my-service-dev', 'other'] },
      }),
      'foreign-scrape',
      'spec.namespaceSelector',
    ],
    [
      'a monitor that sends a token of Prometheus',
      monitor('ServiceMonitor', {
        endpoints: [{ bearerTokenFile: '/var/run/secrets/token' }],
      }),
      'foreign-scrape',
      'spec.endpoints[0].bearerTokenFile',
    ],
    [
      'a probe of others by their Ingresses',
      monitor('Probe', {
        targets: { ingress: { namespaceSelector: { any: true } } },
      }),
      'foreign-scrape',
      'spec.targets.ingress.namespaceSelector',
    ],
    [
      'a definition of a kind',
      {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'x' },
      },
      'cluster-scoped',
      '',
    ],
  ])('%s', (_, object, rule, path) => {
    expect(judge(object)).toMatchObject([{ rule, ...(path ? { path } : {}) }]);
  });
});
