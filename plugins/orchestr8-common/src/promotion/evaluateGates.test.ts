import { Environment, Gates } from '../deployment';
import { evaluateGates, GateInput, PromotionSource } from './evaluateGates';

const RELEASE = 'sha256:aa';
const NOW = '2026-03-04T12:00:00.000Z';

const environment = (
  gates: Gates,
  other: Partial<Environment> = {},
): Environment => ({
  name: 'production',
  cluster: 'c',
  namespace: '${module}',
  promoteFrom: 'staging',
  delivery: 'direct',
  mutableVersions: false,
  gates,
  freeze: [],
  timeoutMs: 1,
  ...other,
});

const source = (other: Partial<PromotionSource> = {}): PromotionSource => ({
  environment: 'staging',
  deployed: {
    version: '1.2.0',
    release: RELEASE,
    since: '2026-03-04T11:30:00.000Z',
  },
  health: { status: 'Healthy' },
  alerts: [],
  ...other,
});

const alert = (
  severity: 'info' | 'warning' | 'critical',
  state: 'firing' | 'pending' | 'unknown',
) => ({ name: `${severity}-${state}`, severity, condition: 'x', state });

const gate = (name: string, input: Partial<GateInput>) =>
  evaluateGates({
    environment: environment({}),
    release: RELEASE,
    source: source(),
    now: NOW,
    ...input,
  }).find(result => result.gate === name);

describe('evaluateGates', () => {
  it('asks nothing of an environment without gates', () => {
    expect(
      evaluateGates({
        environment: environment({}, { promoteFrom: undefined }),
        release: RELEASE,
        now: NOW,
      }),
    ).toEqual([]);
  });

  it.each<[string, boolean, Partial<GateInput>]>([
    ['the release that runs there', true, {}],
    ['another release', false, { release: 'sha256:bb' }],
    [
      'a place where nothing runs',
      false,
      { source: source({ deployed: undefined }) },
    ],
    ['a place that nothing is known of', false, { source: undefined }],
  ])('promotes from the environment before: %s → %p', (_, met, input) => {
    expect(gate('promoteFrom', input)).toMatchObject({ met });
  });

  it.each([
    ['Healthy', true],
    ['Progressing', false],
    ['Degraded', false],
    ['Unknown', false],
    ['Missing', false],
  ] as const)('healthy: %s → %p', (status, met) => {
    expect(
      gate('healthy', {
        environment: environment({ healthy: true }),
        source: source({ health: { status, message: 'because' } }),
      }),
    ).toMatchObject({ met });
  });

  it.each([
    ['30m', 30, true],
    ['31m', 31, false],
  ])('soak of %s after thirty minutes', (_, minutes, met) => {
    expect(
      gate('soak', { environment: environment({ soakMs: minutes * 60_000 }) }),
    ).toMatchObject({
      met,
      ...(met ? {} : { clearsAt: '2026-03-04T12:01:00.000Z' }),
    });
  });

  it.each<[string, PromotionSource['alerts'], boolean]>([
    ['none fires', [], true],
    ['a lesser one fires', [alert('info', 'firing')], true],
    ['one of that level fires', [alert('warning', 'firing')], false],
    ['a worse one fires', [alert('critical', 'firing')], false],
    ['one is pending', [alert('critical', 'pending')], true],
    ['nobody can tell', undefined, false],
    [
      'Prometheus does not know the rule',
      [alert('critical', 'unknown')],
      false,
    ],
  ])('noFiringAlerts of warning: %s', (_, alerts, met) => {
    expect(
      gate('noFiringAlerts', {
        environment: environment({ noFiringAlerts: 'warning' }),
        source: source({ alerts }),
      }),
    ).toMatchObject({ met });
  });

  const weekend = {
    cron: '0 16 * * 5',
    durationMs: 60 * 3_600_000,
    reason: 'weekend',
  };
  it.each([
    ['2026-03-06T15:59:59.999Z', true],
    ['2026-03-06T16:00:00.000Z', false],
    ['2026-03-08T12:00:00.000Z', false],
    ['2026-03-09T03:59:59.999Z', false],
    ['2026-03-09T04:00:00.000Z', true],
  ])(
    'freeze from Friday afternoon for sixty hours: %s → met %p',
    (now, met) => {
      expect(
        gate('freeze', {
          environment: environment({}, { freeze: [weekend] }),
          now,
        }),
      ).toMatchObject({
        met,
        ...(met
          ? {}
          : {
              clearsAt: '2026-03-09T04:00:00.000Z',
              message:
                'production is frozen until 2026-03-09 04:00 UTC: weekend',
            }),
      });
    },
  );

  it.each([
    [[], false],
    [['user:default/a'], false],
    [['user:default/a', 'user:default/a'], false],
    [['user:default/a', 'user:default/b'], true],
  ])('two approvals, given %j → %p', (approvals, met) => {
    expect(
      gate('approvals', {
        environment: environment({
          approvals: { required: 2, from: ['group:default/managers'] },
        }),
        approvals,
      }),
    ).toMatchObject({ met });
  });

  it('says of every unmet gate who or what can clear it', () => {
    const results = evaluateGates({
      environment: environment(
        {
          healthy: true,
          soakMs: 1,
          noFiringAlerts: 'info',
          approvals: { required: 1, from: ['group:default/managers'] },
        },
        { freeze: [{ ...weekend, cron: '0 0 * * *' }] },
      ),
      release: RELEASE,
      now: NOW,
    });
    expect(results.map(({ gate: name, met }) => [name, met])).toEqual([
      ['promoteFrom', false],
      ['healthy', false],
      ['soak', false],
      ['noFiringAlerts', false],
      ['freeze', false],
      ['approvals', false],
    ]);
    for (const { clearedBy, message } of results) {
      expect(clearedBy).toMatch(/\w+/);
      expect(message).not.toMatch(/undefined/);
    }
  });
});
