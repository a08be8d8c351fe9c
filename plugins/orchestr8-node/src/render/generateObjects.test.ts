import { findObject, renderedRelease } from '../__fixtures__/renderedRelease';
import { withText } from '../__fixtures__/myService';

const PODS = `apiVersion: apps/v1
kind: Deployment
metadata: { name: my-service }
spec:
  template:
    spec:
      containers:
        - name: app
          image: app:1
          envFrom: [{ secretRef: { name: s } }]
          env: [{ name: A, valueFrom: { configMapKeyRef: { name: c, key: k } } }]
`;

interface Peer {
  namespaceSelector?: { matchLabels: Record<string, string> };
}

describe('generateObjects', () => {
  it('enforces the standard on the namespace, at the version of the cluster', async () => {
    const { manifests } = await renderedRelease(
      {},
      { target: { capabilities: { version: 'v1.36.3+k3s1', kinds: [] } } },
    );
    expect(findObject(manifests, 'Namespace')).toMatchObject({
      metadata: {
        name: 'my-service-dev',
        labels: {
          'orchestr8.io/module': 'my-service',
          'orchestr8.io/team': 'platform-team',
          'orchestr8.io/environment': 'dev',
          'app.kubernetes.io/managed-by': 'orchestr8',
          'pod-security.kubernetes.io/enforce': 'restricted',
          'pod-security.kubernetes.io/enforce-version': 'v1.36',
          'pod-security.kubernetes.io/warn': 'restricted',
          'pod-security.kubernetes.io/audit': 'restricted',
        },
      },
    });
  });

  it('denies by default, and lets in and out only whom the specification names', async () => {
    const { spec } = findObject(
      (await renderedRelease({})).manifests,
      'NetworkPolicy',
    )!;
    const namespacesOf = (peers: Peer[]) =>
      peers
        .map(
          peer =>
            peer.namespaceSelector?.matchLabels['kubernetes.io/metadata.name'],
        )
        .filter(Boolean);
    expect(spec.podSelector).toEqual({});
    expect(spec.policyTypes).toEqual(['Ingress', 'Egress']);
    expect(namespacesOf(spec.ingress[0].from)).toEqual([
      'istio-system',
      'shop-dev',
    ]);
    expect(spec.ingress[0].ports).toEqual([{ port: 8080, protocol: 'TCP' }]);
    const [dns, own, dependencies] = spec.egress;
    expect(dns).toEqual({
      to: [
        {
          namespaceSelector: {
            matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' },
          },
          podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
        },
      ],
      ports: [
        { protocol: 'UDP', port: 53 },
        { protocol: 'TCP', port: 53 },
      ],
    });
    expect(own).toEqual({ to: [{ podSelector: {} }] });
    expect(namespacesOf(dependencies.to)).toEqual(['postgresql-dev']);
  });

  it('lets the module read only the ConfigMaps and Secrets that its pods name', async () => {
    const { manifests } = await renderedRelease({ 'a.yaml': PODS });
    expect(findObject(manifests, 'Role')!.rules).toEqual([
      {
        apiGroups: [''],
        resources: ['configmaps'],
        resourceNames: ['c'],
        verbs: ['get'],
      },
      {
        apiGroups: [''],
        resources: ['secrets'],
        resourceNames: ['s'],
        verbs: ['get'],
      },
    ]);
  });

  it('binds alerts to the namespace', async () => {
    const rule = findObject(
      (await renderedRelease({})).manifests,
      'PrometheusRule',
    )!;
    expect(rule.spec.groups[0].rules).toMatchObject([
      {
        alert: 'HighErrorRate',
        expr: expect.stringContaining('namespace="my-service-dev"'),
        for: '5m',
        labels: { severity: 'warning' },
      },
    ]);
  });

  it('watches an objective by two rules', async () => {
    const changes = withText(
      'o8-module.yaml',
      'condition: "error_rate > 5%", severity: warning',
      'slo: 99.9% over 30d',
    );
    const { manifests } = await renderedRelease({}, { changes });
    const rule = findObject(manifests, 'PrometheusRule')!;
    expect(rule.spec.groups[0].rules).toMatchObject([
      {
        alert: 'HighErrorRate',
        expr: expect.stringMatching(/\[1h\].* > 0\.0144 and .*\[5m\]/),
        for: '0s',
        labels: { severity: 'critical', burn: 'fast', module: 'my-service' },
        annotations: { slo: '99.9% over 30d' },
      },
      {
        alert: 'HighErrorRate',
        expr: expect.stringMatching(/\[6h\].* > 0\.006 and .*\[30m\]/),
        for: '0s',
        labels: { severity: 'warning', burn: 'slow', module: 'my-service' },
      },
    ]);
  });

  it('leaves out what the cluster has no kind for', async () => {
    const { manifests } = await renderedRelease(
      {},
      { target: { capabilities: { version: 'v1.36.3', kinds: [] } } },
    );
    expect(findObject(manifests, 'ServiceMonitor')).toBeUndefined();
    expect(findObject(manifests, 'PrometheusRule')).toBeUndefined();
  });

  it('asks for each secret of an external store', async () => {
    const changes = withText(
      'o8-module.yaml',
      '    networkIsolation: true\n',
      '    networkIsolation: true\n    secretsManager: external-secrets\n  secrets:\n    - { name: db, keys: [password], store: vault }\n',
    );
    const { manifests } = await renderedRelease({}, { changes });
    expect(findObject(manifests, 'ExternalSecret')).toMatchObject({
      metadata: { name: 'db', namespace: 'my-service-dev' },
      spec: {
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
        target: { name: 'db' },
        data: [
          {
            secretKey: 'password',
            remoteRef: { key: 'db', property: 'password' },
          },
        ],
      },
    });
  });

  it('gives way to what config/ holds under the same kind and name', async () => {
    const { manifests } = await renderedRelease(
      {},
      {
        changes: {
          'config/network-policy.yaml':
            'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: my-service-network-policy }\nspec: { podSelector: {} }\n',
        },
      },
    );
    const policies = manifests.filter(
      ({ object }) => object.kind === 'NetworkPolicy',
    );
    expect(policies).toHaveLength(1);
    expect(policies[0]).toMatchObject({
      source: 'config/network-policy.yaml',
      object: { metadata: { namespace: 'my-service-dev' } },
    });
  });
});
