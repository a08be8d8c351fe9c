import fc from 'fast-check';

/** A specification as an author writes it, before it is read. */
export interface Specification {
  apiVersion: string;
  kind: string;
  metadata: Record<string, unknown>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  spec: Record<string, any>;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const charOf = (characters: string) => fc.constantFrom(...characters);

/** Names at their edges too: digits first, one character, the longest. */
const dnsLabel = (longest: number) =>
  fc
    .tuple(
      charOf(letters + digits),
      fc.string({
        unit: charOf(`${letters}${digits}-`),
        maxLength: longest - 2,
      }),
      charOf(letters + digits),
    )
    .map(parts => parts.join(''));

/** Words that YAML takes for something else are names all the same. */
const portName = fc.oneof(
  fc.constantFrom('on', 'no', 'y', 'null', '1e5', '0x1f', 'http', 'a-b'),
  fc
    .tuple(
      charOf(letters),
      fc.string({ unit: charOf(letters + digits), maxLength: 14 }),
    )
    .map(parts => parts.join('')),
);

const ports = fc.uniqueArray(
  fc.record(
    {
      name: portName,
      port: fc.integer({ min: 1, max: 65535 }),
      protocol: fc.constantFrom('TCP', 'UDP'),
      targetPort: fc.integer({ min: 1, max: 65535 }),
    },
    { requiredKeys: ['name', 'port'] },
  ),
  {
    minLength: 1,
    maxLength: 4,
    // The shipped charts give each port a container port of its own.
    comparator: (a, b) =>
      a.name === b.name ||
      a.port === b.port ||
      (a.targetPort ?? a.port) === (b.targetPort ?? b.port),
  },
);

const path = fc
  .array(
    fc.string({
      unit: charOf(`${letters}${digits}-_`),
      minLength: 1,
      maxLength: 8,
    }),
    { maxLength: 3 },
  )
  .map(parts => `/${parts.join('/')}`);

const seconds = fc.integer({ min: 1, max: 600 });
const probe = fc.oneof(
  path,
  fc.record(
    {
      httpGet: fc.record({ path }),
      initialDelaySeconds: fc.integer({ min: 0, max: 600 }),
      periodSeconds: seconds,
      timeoutSeconds: seconds,
      failureThreshold: seconds,
    },
    { requiredKeys: ['httpGet'] },
  ),
);

/** Requests below limits, in every notation that Kubernetes reads. */
const resources = fc
  .tuple(
    fc.integer({ min: 1, max: 4000 }),
    fc.integer({ min: 4, max: 4096 }),
    fc.boolean(),
  )
  .map(([milli, mebi, plain]) => ({
    requests: {
      cpu: `${milli}m`,
      memory: plain ? mebi * 1024 * 1024 : `${mebi}Mi`,
    },
    limits: {
      cpu: plain ? milli / 1000 + 0.5 : `${milli + 500}m`,
      memory: plain ? `${mebi + 1}Mi` : `${Math.ceil(mebi / 1024) + 1}Gi`,
    },
  }));

const alert = fc.record({
  name: fc
    .tuple(
      charOf(letters),
      fc.string({ unit: charOf(`${letters}${digits}_-`), maxLength: 20 }),
    )
    .map(parts => parts.join('')),
  condition: fc.constantFrom(
    'error_rate > 5%',
    'p95_latency > 500ms',
    'availability < 99.5%',
    'restarts >= 3',
  ),
  severity: fc.constantFrom('info', 'warning', 'critical'),
});

const ingress = fc.record(
  {
    enabled: fc.constant(true),
    host: fc.oneof(
      fc.constantFrom('1.5', '10.20', '*.example.com'),
      fc
        .array(dnsLabel(20), { minLength: 2, maxLength: 4 })
        .map(labels => labels.join('.')),
    ),
    path,
    className: dnsLabel(20),
    tls: fc.constantFrom(
      { enabled: false },
      { enabled: true, secretName: 'shop-tls' },
    ),
  },
  { requiredKeys: ['enabled', 'host'] },
);

/** Valid specifications of the module `shop`, whose chart is that of the template microservice. */
export const aSpecification: fc.Arbitrary<Specification> = fc.record({
  apiVersion: fc.constant('orchestr8.io/v1'),
  kind: fc.constant('Module'),
  metadata: fc.record({
    name: fc.constant('shop'),
    version: fc.constantFrom('0.0.1', '1.2.3', '2.0.0-rc.1', '1.0.0-x+build.7'),
    description: fc.string({ minLength: 1, maxLength: 80 }),
  }),
  spec: fc.record({
    team: fc.constantFrom('platform-team', 'group:default/platform-team'),
    owner: fc.constant('john.doe@company.com'),
    category: dnsLabel(20),
    dependencies: fc
      .uniqueArray(dnsLabel(20), { maxLength: 3 })
      .map(names =>
        names
          .filter(name => !/^(kube-|default$|shop$)/.test(name))
          .map(name => ({ name, version: '^1.0', optional: true })),
      ),
    security: fc.record({
      podSecurityStandard: fc.constantFrom(
        'privileged',
        'baseline',
        'restricted',
      ),
      networkIsolation: fc.boolean(),
    }),
    resources,
    networking: fc.record({ ports, ingress }),
    monitoring: fc.record({
      metrics: fc
        .boolean()
        .map(enabled => (enabled ? { enabled, port: 9090 } : false)),
      healthChecks: fc.record({ liveness: probe, readiness: probe }),
      alerts: fc.uniqueArray(alert, {
        maxLength: 3,
        selector: ({ name }) => name,
      }),
    }),
  }),
});
