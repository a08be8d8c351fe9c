import { MY_SERVICE } from '../__fixtures__/myService';
import { parseModuleText } from '../parseModuleText';
import { EnvironmentInput, withEnvironment } from './withEnvironment';

const FILE = 'environments/production.yaml';
const example = parseModuleText(MY_SERVICE).module!;
const resolve = (overlay: string, input: Partial<EnvironmentInput> = {}) =>
  withEnvironment(example, {
    environment: 'production',
    ...(overlay ? { overlay: { text: overlay, file: FILE } } : {}),
    ...input,
  });

describe('withEnvironment', () => {
  it('leaves a module without an overlay as it is', () => {
    const { resolved, problems } = resolve('');
    expect(problems).toEqual([]);
    expect(resolved?.module).toEqual(example);
    expect(resolved?.values).not.toHaveProperty('replicaCount');
  });

  it('does not change the module that it was given', () => {
    const before = JSON.stringify(example);
    resolve('resources: { limits: { cpu: 2 } }\nnetworking: { ports: [] }\n');
    expect(JSON.stringify(example)).toBe(before);
  });

  it('knows prod as production', () => {
    expect(resolve('', { environment: 'prod' }).resolved?.environment).toBe(
      'production',
    );
  });

  it('merges objects deeply and replaces scalars', () => {
    const { resolved } = resolve('resources: { limits: { cpu: "2" } }\n');
    expect(resolved?.module.spec.resources).toEqual({
      requests: { memory: '256Mi', cpu: '100m' },
      limits: { memory: '512Mi', cpu: '2' },
    });
  });

  it.each<[string, string, (m: typeof example) => unknown, unknown]>([
    [
      'alerts',
      'monitoring:\n  alerts:\n    - { name: HighErrorRate, severity: critical }\n    - { name: Restarts, condition: restarts > 3 }\n',
      m => m.spec.monitoring.alerts,
      [
        {
          name: 'HighErrorRate',
          condition: 'error_rate > 5%',
          severity: 'critical',
          for: '5m',
        },
        {
          name: 'Restarts',
          condition: 'restarts > 3',
          severity: 'warning',
          for: '5m',
        },
      ],
    ],
    [
      'ports',
      'networking:\n  ports:\n    - { name: http, port: 9000 }\n    - { name: metrics, port: 9090 }\n',
      m => m.spec.networking.ports,
      [
        { name: 'http', port: 9000, protocol: 'TCP' },
        { name: 'metrics', port: 9090, protocol: 'TCP' },
      ],
    ],
    [
      'dependencies',
      'dependencies:\n  - { name: postgresql, version: ^16 }\n  - { name: kafka, version: ^3 }\n',
      m => m.spec.dependencies,
      [
        { name: 'postgresql', version: '^16', optional: false },
        { name: 'redis', version: '^6.0', namespace: 'redis', optional: true },
        { name: 'kafka', version: '^3', optional: false },
      ],
    ],
  ])('merges %s by name', (_, overlay, part, expected) => {
    const { resolved, problems } = resolve(overlay);
    expect(problems).toEqual([]);
    expect(part(resolved!.module)).toEqual(expected);
  });

  it('replaces a probe that asks in another way', () => {
    const { resolved } = resolve(
      'monitoring: { healthChecks: { liveness: { tcpSocket: {} } } }\n',
    );
    expect(resolved?.module.spec.monitoring.healthChecks.liveness).toEqual({
      initialDelaySeconds: 30,
      periodSeconds: 10,
      tcpSocket: { port: 8080 },
    });
  });

  it('hands the chart what the module says, the overlay adds, and the override decides', () => {
    const { resolved } = resolve(
      'replicaCount: 3\nimage: { tag: 1.2.3 }\ningress: { host: shop.example.com, annotations: { a: b } }\nservice: { type: NodePort }\nfeature: { x: [1] }\n',
      { replicas: 5, target: { cluster: 'c', namespace: 'my-service' } },
    );
    expect(resolved?.values).toMatchObject({
      replicaCount: 5,
      image: { tag: '1.2.3' },
      resources: { limits: { cpu: '500m' } },
      service: {
        type: 'NodePort',
        port: 8080,
        ports: [{ name: 'http', port: 8080, targetPort: 8080 }],
      },
      ingress: {
        enabled: true,
        host: 'shop.example.com',
        hosts: [{ host: 'shop.example.com' }],
        annotations: { a: 'b' },
      },
      livenessProbe: { httpGet: { path: '/health/live', port: 8080 } },
      metrics: { enabled: true, port: 'http', path: '/metrics' },
      serviceAccount: { create: false, name: 'my-service' },
      module: { name: 'my-service', version: '1.0.0', team: 'platform-team' },
      environment: {
        name: 'production',
        cluster: 'c',
        namespace: 'my-service',
      },
      feature: { x: [1] },
    });
    expect(resolved?.values).not.toHaveProperty('security');
  });

  it('knows where every value was written', () => {
    const { resolved } = resolve(
      'resources:\n  limits: { cpu: 2 }\nreplicaCount: 3\n',
    );
    const at = (pointer: string) => resolved?.provenance[pointer];
    expect(at('/module/spec/resources/limits/cpu')).toEqual({
      file: FILE,
      line: 2,
      column: 18,
    });
    expect(at('/module/spec/resources/limits/memory')).toEqual({
      file: 'o8-module.yaml',
      line: 23,
      column: 23,
    });
    expect(at('/values/replicaCount')).toEqual({
      file: FILE,
      line: 3,
      column: 15,
    });
  });

  it.each<[string, string, object]>([
    [
      'a mistake of its own',
      'resources:\n  limits: { cpu: lots }\n',
      { code: 'O8120', file: FILE, line: 2, column: 18 },
    ],
    [
      'what it does to the module',
      'resources:\n  limits: { memory: 128Mi }\n',
      { code: 'O8121', file: FILE, line: 2, column: 21 },
    ],
    [
      'an alert that nobody can evaluate',
      'monitoring:\n  alerts: [{ name: New }]\n',
      { code: 'O8142', file: FILE, line: 2, column: 12 },
    ],
    [
      'a second module',
      'kind: Module\n',
      { code: 'O8402', file: FILE, line: 1, column: 1 },
    ],
    [
      'a number of pods that is text',
      'replicaCount: "3"\n',
      {
        code: 'O8103',
        file: FILE,
        line: 1,
        column: 15,
        hint: 'Write `3` without quotes.',
      },
    ],
  ])('refuses %s', (_, overlay, problem) => {
    const { resolved, problems } = resolve(overlay);
    expect(resolved).toBeUndefined();
    expect(problems).toMatchObject([problem]);
  });

  it('warns of a key that looks like a known one', () => {
    const { resolved, problems } = resolve('replicacount: 3\n');
    expect(resolved?.values).toHaveProperty('replicacount', 3);
    expect(problems).toMatchObject([
      {
        code: 'O8401',
        severity: 'warning',
        line: 1,
        hint: 'Did you mean `replicaCount`?',
      },
    ]);
  });

  it('warns of a module without alerts in the last environment only', () => {
    const silent = parseModuleText(MY_SERVICE.replace(/ {4}alerts:\n.*\n/, ''))
      .module!;
    const problemsIn = (last: boolean) =>
      withEnvironment(silent, { environment: 'production', last }).problems;
    expect(problemsIn(false)).toEqual([]);
    expect(problemsIn(true)).toMatchObject([
      { code: 'O8304', severity: 'warning', line: 28, column: 3 },
    ]);
  });

  it('asks for good practice in what an overlay adds, and not once more in the rest', () => {
    expect(resolve('dependencies: [kafka]\n').problems).toMatchObject([
      { code: 'O8305', severity: 'warning', file: FILE, line: 1, column: 16 },
    ]);
    expect(resolve('replicaCount: 2\n').problems).toEqual([]);
  });

  it('takes an overlay that says nothing', () => {
    expect(resolve('# nothing differs here\n').problems).toEqual([]);
  });
});
