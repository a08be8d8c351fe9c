import { readEnvironments } from './readEnvironments';

const PATH = [
  { name: 'dev', cluster: 'playground', namespace: '${module}-${environment}' },
  {
    name: 'staging',
    cluster: 'playground',
    promoteFrom: 'dev',
    gates: { healthy: true, soak: '10m', noFiringAlerts: 'critical' },
  },
  {
    name: 'production',
    cluster: 'playground',
    promoteFrom: 'staging',
    gates: {
      healthy: true,
      soak: '1h',
      noFiringAlerts: 'warning',
      approvals: { required: 1, from: ['group:default/release-managers'] },
    },
    freeze: [{ cron: '0 16 * * 5', duration: '60h', reason: 'weekend' }],
  },
];
const read = (items: readonly unknown[]) =>
  readEnvironments(items, { clusters: ['playground', 'far'] });

describe('readEnvironments', () => {
  it('reads the path of the language', () => {
    expect(read(PATH)).toEqual([
      {
        name: 'dev',
        cluster: 'playground',
        namespace: '${module}-${environment}',
        delivery: 'direct',
        mutableVersions: true,
        gates: {},
        freeze: [],
        timeoutMs: 300_000,
      },
      expect.objectContaining({
        name: 'staging',
        promoteFrom: 'dev',
        mutableVersions: false,
        gates: { healthy: true, soakMs: 600_000, noFiringAlerts: 'critical' },
      }),
      expect.objectContaining({
        name: 'production',
        gates: {
          healthy: true,
          soakMs: 3_600_000,
          noFiringAlerts: 'warning',
          approvals: { required: 1, from: ['group:default/release-managers'] },
        },
        freeze: [
          { cron: '0 16 * * 5', durationMs: 216_000_000, reason: 'weekend' },
        ],
      }),
    ]);
  });

  it('takes prod for production', () => {
    const [, last] = read([
      { name: 'dev', cluster: 'far' },
      { name: 'prod', cluster: 'far', promoteFrom: 'dev' },
    ]);
    expect(last.name).toBe('production');
  });

  it('reads whether a failure is taken back', () => {
    const [one, other] = read([
      { name: 'dev', cluster: 'far', rollbackOnFailure: true },
      { name: 'qa', cluster: 'far' },
    ]);
    expect(one.rollbackOnFailure).toBe(true);
    expect(other.rollbackOnFailure).toBeUndefined();
  });

  it('takes an empty text for nothing', () => {
    expect(read([{ name: 'dev', cluster: 'far', namespace: '' }])).toHaveLength(
      1,
    );
  });

  const dev = { name: 'dev', cluster: 'far' };
  it.each<[string, unknown[], string]>([
    [
      'text in place of an object',
      ['dev'],
      'environments[0]: must be an object',
    ],
    ['no cluster', [{ name: 'dev' }], 'environments[0].cluster: is missing'],
    [
      'an unknown cluster',
      [{ ...dev, cluster: 'x' }],
      'known: "playground", "far"',
    ],
    ['a name in capitals', [{ ...dev, name: 'Dev' }], 'is not a DNS label'],
    [
      'one name twice',
      [dev, dev],
      'environments[1].name: "dev" is there twice',
    ],
    [
      'an alias beside what it stands for',
      [
        { ...dev, name: 'prod' },
        { ...dev, name: 'production' },
      ],
      '"production" is there twice',
    ],
    [
      'promotion from itself',
      [{ ...dev, promoteFrom: 'dev' }],
      '"dev" is not an environment before "dev"; before it: none',
    ],
    [
      'promotion from a later one, which would be a circle',
      [
        { ...dev, promoteFrom: 'b' },
        { ...dev, name: 'b', promoteFrom: 'dev' },
      ],
      'environments[0].promoteFrom',
    ],
    [
      'one namespace for every module',
      [{ ...dev, namespace: 'apps' }],
      'would be the same for every module',
    ],
    [
      'one namespace for two environments',
      [dev, { ...dev, name: 'b' }].map(item => ({
        ...item,
        namespace: '${module}',
      })),
      'is the namespace of "dev" too',
    ],
    [
      'a misspelled gate',
      [{ ...dev, gates: { aprovals: { required: 1 } } }],
      'environments[0].gates.aprovals: is not known; did you mean "approvals"?',
    ],
    ['a misspelled field', [{ ...dev, gate: {} }], 'did you mean "gates"?'],
    [
      'a gate that is text',
      [{ ...dev, gates: { healthy: 'yes' } }],
      '"yes" is not true or false',
    ],
    [
      'a gate about the one before, where there is none',
      [{ ...dev, gates: { healthy: true } }],
      'add "promoteFrom"',
    ],
    [
      'a duration that is none',
      [{ ...dev, timeout: '5 min' }],
      'timeout: "5 min" is no duration',
    ],
    [
      'no approvals at all',
      [{ ...dev, gates: { approvals: { required: 0 } } }],
      '0 is not a whole number from 1 on',
    ],
    [
      'a cron expression that is none',
      [{ ...dev, freeze: [{ cron: 'fridays', duration: '1h', reason: 'x' }] }],
      'freeze[0].cron: "fridays" is no cron expression',
    ],
    [
      'a freeze without a duration',
      [{ ...dev, freeze: [{ cron: '0 16 * * 5', reason: 'x' }] }],
      'freeze[0].duration: is missing',
    ],
    [
      'an unknown delivery',
      [{ ...dev, delivery: 'flux' }],
      '"flux" is none of "direct", "argocd"',
    ],
    [
      'Argo CD without a repository',
      [{ ...dev, delivery: 'argocd' }],
      'argocd: is missing: Argo CD must be told the repository',
    ],
    [
      'Argo CD without a revision',
      [{ ...dev, delivery: 'argocd', argocd: { repository: 'https://x' } }],
      'argocd.revision: is missing',
    ],
    [
      'one folder for all charts',
      [
        {
          ...dev,
          delivery: 'argocd',
          argocd: { repository: 'https://x', revision: 'main', path: 'charts' },
        },
      ],
      'argocd.path: "charts" would be the same for every module',
    ],
    [
      'words for Argo CD where the portal writes',
      [{ ...dev, argocd: { repository: 'https://x', revision: 'main' } }],
      'argocd: is for environments with "delivery: argocd"',
    ],
    [
      'the name of the command line’s own environment',
      [{ ...dev, name: 'local' }],
      'name: "local" is what the command line calls',
    ],
  ])('refuses %s, and names the key', (_, items, message) => {
    expect(() => read(items)).toThrow(message);
    expect(() => read(items)).toThrow(/^app-config: orchestr8\.environments\[/);
  });

  it('fills in what Applications usually say', () => {
    const [{ delivery, argocd }] = read([
      {
        ...dev,
        delivery: 'argocd',
        argocd: { repository: 'https://x', revision: '${module}-${version}' },
      },
    ]);
    expect({ delivery, argocd }).toEqual({
      delivery: 'argocd',
      argocd: {
        namespace: 'argocd',
        project: 'default',
        repository: 'https://x',
        path: '${module}/charts',
        revision: '${module}-${version}',
        server: 'https://kubernetes.default.svc',
      },
    });
  });
});
