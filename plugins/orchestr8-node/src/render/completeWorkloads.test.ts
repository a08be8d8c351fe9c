import { findObject, renderedRelease } from '../__fixtures__/renderedRelease';

const BARE = `apiVersion: apps/v1
kind: Deployment
metadata: { name: my-service }
spec:
  selector: { matchLabels: { app: x } }
  template:
    metadata: { labels: { app: x } }
    spec:
      containers:
        - name: app
          image: app:1
          ports: [{ name: http, containerPort: 8080 }]
        - { name: sidecar, image: sidecar:1 }
`;

describe('completeWorkloads', () => {
  it('fills in what the chart leaves out, and lists it', async () => {
    const { manifests, filledIn } = await renderedRelease({ 'a.yaml': BARE });
    const { spec } = findObject(manifests, 'Deployment')!.spec.template;
    const [app, sidecar] = spec.containers;
    expect(app).toMatchObject({
      resources: { limits: { memory: '512Mi' } },
      livenessProbe: { httpGet: { path: '/health/live', port: 8080 } },
      readinessProbe: { initialDelaySeconds: 5, periodSeconds: 5 },
      securityContext: {
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      },
    });
    expect(sidecar.livenessProbe).toBeUndefined();
    expect(sidecar.resources).toBeUndefined();
    expect(sidecar.securityContext).toBeDefined();
    expect(spec).toMatchObject({
      serviceAccountName: 'my-service',
      securityContext: {
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
    });
    expect(filledIn).toEqual([
      expect.stringMatching(
        /^Deployment my-service: labels, pod labels, resources of container app, liveness probe, readiness probe, service account/,
      ),
    ]);
  });

  it('overrides nothing that the chart says', async () => {
    const own = BARE.replace(
      'image: app:1',
      'image: app:1\n          resources: { limits: { cpu: 1 } }\n          livenessProbe: { exec: { command: [x] } }\n          securityContext: { allowPrivilegeEscalation: true, capabilities: { drop: [NET_RAW] } }',
    )
      .replace(
        '    spec:\n',
        '    spec:\n      serviceAccountName: other\n      securityContext: { runAsNonRoot: false }\n',
      )
      .replace(
        'metadata: { name: my-service }',
        'metadata: { name: my-service, labels: { app.kubernetes.io/managed-by: Helm } }',
      )
      .replace('spec:\n  selector', 'spec:\n  replicas: 7\n  selector');
    const { object } = (
      await renderedRelease({ 'a.yaml': own })
    ).manifests.find(each => each.object.kind === 'Deployment')!;
    const { spec } = object.spec.template;
    expect(object.metadata.labels?.['app.kubernetes.io/managed-by']).toBe(
      'Helm',
    );
    expect(object.spec.replicas).toBe(7);
    expect(spec.serviceAccountName).toBe('other');
    expect(spec.securityContext.runAsNonRoot).toBe(false);
    expect(spec.containers[0]).toMatchObject({
      resources: { limits: { cpu: 1 } },
      livenessProbe: { exec: { command: ['x'] } },
      securityContext: {
        allowPrivilegeEscalation: true,
        capabilities: { drop: ['NET_RAW'] },
      },
    });
  });

  it('does not probe a worker that serves another port', async () => {
    const worker = BARE.replace('my-service', 'worker').replace('8080', '9999');
    const { manifests } = await renderedRelease({
      'a.yaml': BARE,
      'b.yaml': worker,
    });
    const of = (name: string) =>
      findObject(manifests, 'Deployment', name)!.spec.template.spec
        .containers[0];
    expect(of('my-service').livenessProbe).toBeDefined();
    expect(of('worker').livenessProbe).toBeUndefined();
  });

  it('warns when a scale override has no effect', async () => {
    const fixed = BARE.replace(
      'spec:\n  selector',
      'spec:\n  replicas: 1\n  selector',
    );
    const { warnings } = await renderedRelease(
      { 'a.yaml': fixed },
      { target: { replicas: 3 } },
    );
    expect(warnings).toEqual([expect.stringContaining('.Values.replicaCount')]);
    const left = await renderedRelease(
      { 'a.yaml': BARE },
      { target: { replicas: 3 } },
    );
    expect(left.warnings).toEqual([]);
    expect(findObject(left.manifests, 'Deployment')!.spec.replicas).toBe(3);
  });
});
