import { once } from 'node:events';
import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  AlertObservation,
  ModuleAlert,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PrometheusClient } from '../prometheus/PrometheusClient';
import { AlertReader } from './AlertReader';
import { alertsFor } from './alertsFor';

const alert: ModuleAlert = {
  name: 'A',
  condition: 'error_rate > 5%',
  severity: 'warning',
  for: '5m',
};
const where = { cluster: 'test', namespace: 'shop', alerts: [alert] };

type Answer = Partial<AlertObservation> & { message?: string };
/** A reader that answers so, or fails so. */
const reader = (product: string, answer: Answer | string): AlertReader => ({
  product,
  read: async () => {
    if (typeof answer === 'string') throw new Error(answer);
    const { message, ...told } = answer;
    return {
      alerts: [
        {
          ...{ name: 'A', severity: 'warning', condition: '' },
          ...{ state: 'unknown' },
          ...told,
        },
      ],
      message,
    } as Awaited<ReturnType<AlertReader['read']>>;
  },
});

describe('alertsFor', () => {
  it('says that nobody can be asked', async () => {
    expect(await alertsFor('web', where)).toMatchObject({
      configured: false,
      message: expect.stringContaining(
        'set prometheus.url or alertmanager.url',
      ),
      alerts: [{ name: 'A', state: 'unknown' }],
    });
  });

  const silenced = { kind: 'silenced', by: 'jane' } as const;
  it.each<[string, Answer | string, Answer | string, Answer]>([
    [
      'the rules decide where both answer',
      { state: 'pending', message: 'R' },
      { state: 'unknown', message: 'N' },
      { state: 'pending', message: 'R' },
    ],
    [
      'a suppression is added to what fires',
      { state: 'firing', value: '7' },
      { state: 'firing', suppression: silenced },
      { state: 'firing', value: '7', suppression: silenced },
    ],
    [
      'what is over by its rule is not suppressed any more',
      { state: 'inactive' },
      { state: 'firing', suppression: silenced },
      { state: 'inactive' },
    ],
    [
      'what fires by a rule of another Prometheus fires',
      { state: 'unknown', message: 'no rule' },
      { state: 'firing' },
      { state: 'firing' },
    ],
    [
      'calm that no rule stands behind is not believed',
      { state: 'unknown' },
      { state: 'inactive' },
      { state: 'unknown' },
    ],
    [
      'Alertmanager stands in for a Prometheus that is gone',
      'gone',
      { state: 'firing', message: 'N' },
      {
        state: 'firing',
        message:
          'The Prometheus of the cluster "test" cannot be asked: gone. N',
      },
    ],
    [
      'Prometheus alone does not know what is silenced',
      { state: 'firing' },
      'gone',
      {
        state: 'firing',
        message:
          'The Alertmanager of the cluster "test" cannot be asked: gone. Whether alerts are silenced is not known.',
      },
    ],
    ['nothing is known when neither answers', 'a', 'b', { state: 'unknown' }],
  ])('%s', async (_, rules, notices, { message, ...expected }) => {
    const answer = await alertsFor('web', {
      ...where,
      prometheus: reader('Prometheus', rules),
      alertmanager: reader('Alertmanager', notices),
    });
    const [{ state, value, suppression }] = answer.alerts;
    expect({ state, value, suppression }).toEqual(expected);
    expect(answer.message ?? '').toContain(message ?? '');
  });
});

describe('an HTTP API that is asked for alerts', () => {
  const servers: Server[] = [];
  const serve = async (listener: RequestListener) => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  afterEach(() => servers.splice(0).forEach(server => server.close()));
  const read = (options: { url: string; headers?: Record<string, string> }) =>
    new PrometheusClient(options).read([alert], {
      module: 'web',
      namespace: 'shop',
    });

  it('is told the headers that are configured, under the path of its address', async () => {
    const seen: (string | undefined)[] = [];
    const url = await serve(({ url: path, headers }, response) => {
      seen.push(path, headers.authorization);
      response.end('{"data":{"groups":[]}}');
    });
    await read({ url: `${url}/prom/`, headers: { authorization: 'Bearer x' } });
    expect(seen).toEqual(['/prom/api/v1/rules?type=alert', 'Bearer x']);
  });

  it.each<[string, RequestListener]>([
    ['status 401', (_, response) => response.writeHead(401).end()],
    ['not JSON', (_, response) => response.end('<html>')],
    ['not a list of rules', (_, response) => response.end('{"data":7}')],
    [
      'redirect',
      (_, response) => response.writeHead(302, { location: '/' }).end(),
    ],
  ])('is understood when it answers wrongly: %s', async (reason, listener) => {
    const url = await serve(listener);
    await expect(
      read({ url, headers: { authorization: 'Bearer canary' } }),
    ).rejects.toThrow(reason);
  });
});
