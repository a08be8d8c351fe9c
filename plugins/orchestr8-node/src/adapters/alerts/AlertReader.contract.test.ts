import { ModuleAlert } from '@orchestr8/backstage-plugin-orchestr8-common';
import { AlertmanagerClient } from '../alertmanager/AlertmanagerClient';
import { PrometheusClient } from '../prometheus/PrometheusClient';
import {
  alertmanagerProgram,
  hasPrometheus,
  Monitoring,
} from './__testUtils__/Monitoring';
import { AlertReader } from './AlertReader';
import { alertsFor } from './alertsFor';

const declared = (name: string): ModuleAlert => ({
  name,
  condition: `${name} > 5%`,
  severity: 'warning',
  for: '5m',
});
const scope = { module: 'web', namespace: 'shop' };

const withPrometheus = hasPrometheus ? describe : describe.skip;
const withBoth =
  hasPrometheus && alertmanagerProgram ? describe : describe.skip;

describe('readers of alerts', () => {
  const monitoring = new Monitoring();
  beforeAll(async () => {
    if (hasPrometheus) await monitoring.start();
  }, 60_000);
  afterAll(() => monitoring.stop());

  /** What every reader keeps, whichever the product. */
  function keepsTheContract(read: () => AlertReader) {
    it('tells the alerts that are asked for, in their order, and nobody else’s', async () => {
      const { alerts } = await read().read(
        ['Calm', 'Firing', 'Bound'].map(declared),
        scope,
      );
      // Another module's Calm fires; Bound is bound by its expression alone.
      expect(alerts.map(({ name, state }) => [name, state])).toEqual([
        ['Calm', 'inactive'],
        ['Firing', 'firing'],
        ['Bound', 'firing'],
      ]);
      expect(alerts[1]).toMatchObject({
        condition: 'Firing > 5%',
        severity: 'warning',
        since: expect.stringMatching(/^20\d\d-.*Z$/),
      });
      expect(alerts[1].suppression).toBeUndefined();
    });

    it('is as grave about an objective as the burn that is active', async () => {
      const { alerts } = await read().read(
        [{ name: 'Burn', slo: '99% in 30d', severity: 'critical', for: '0s' }],
        scope,
      );
      expect(alerts).toMatchObject([
        { state: 'firing', severity: 'warning', condition: '99% in 30d' },
      ]);
    });

    it('rejects when it is not wanted any more', async () => {
      const signal = AbortSignal.abort();
      await expect(
        read().read([declared('Firing')], { ...scope, signal }),
      ).rejects.toThrow('aborted');
    });
  }

  withPrometheus('Prometheus (needs prometheus)', () => {
    const prometheus = () =>
      new PrometheusClient({ url: `${monitoring.prometheusUrl}/` });
    keepsTheContract(prometheus);

    it('does not know what has no rule, and tells the value', async () => {
      const { alerts, message } = await prometheus().read(
        ['Absent', 'Firing'].map(declared),
        scope,
      );
      expect(alerts).toMatchObject([{ state: 'unknown' }, { value: '7e+00' }]);
      expect(message).toMatch(/^Prometheus has no rule for Absent: /);
    });
  });

  withBoth('Alertmanager (needs prometheus and alertmanager)', () => {
    const url = () => monitoring.alertmanagerUrl;
    const alertmanager = () => new AlertmanagerClient({ url: url() });
    const prometheus = () =>
      new PrometheusClient({ url: monitoring.prometheusUrl });
    const suppressed = ['Muted (a.b)', 'Overshadowed'].map(declared);
    keepsTheContract(alertmanager);

    it('takes silence for calm only while the heartbeat arrives', async () => {
      const { alerts, message } = await new AlertmanagerClient({
        ...{ url: url(), heartbeat: 'Pulse' },
      }).read(['Calm', 'Firing'].map(declared), scope);
      expect(alerts).toMatchObject([{ state: 'unknown' }, { state: 'firing' }]);
      expect(message).toContain('the alert Pulse');
    });

    it('tells who silenced an alert, why and until when, and what inhibits one', async () => {
      await monitoring.silence('Muted (a.b)');
      const expected = [
        {
          state: 'firing',
          suppression: {
            kind: 'silenced',
            by: 'jane',
            reason: 'known, see the incident',
            until: expect.stringMatching(/^20\d\d-/),
          },
        },
        {
          state: 'firing',
          suppression: { kind: 'inhibited', by: 'Firing' },
        },
      ];
      const { alerts } = await alertmanager().read(suppressed, scope);
      expect(alerts).toMatchObject(expected);
      // Joined: the value is Prometheus's, the suppression Alertmanager's.
      const both = await alertsFor('web', {
        ...{ cluster: 'test', namespace: 'shop', alerts: suppressed },
        ...{ prometheus: prometheus(), alertmanager: alertmanager() },
      });
      expect(both.alerts).toMatchObject(expected);
      expect(both.alerts[0].value).toBe('7e+00');
      expect(both.message).toBeUndefined();
    });
  });
});

describe('a reader of alerts that gets no answer', () => {
  const gone = 'http://127.0.0.1:2';
  it.each([
    ['Prometheus', new PrometheusClient({ url: gone })],
    ['Alertmanager', new AlertmanagerClient({ url: gone })],
  ])('rejects with the reason: %s', async (_, reader) => {
    await expect(reader.read([declared('A')], scope)).rejects.toThrow(
      'connection refused',
    );
  });
});
