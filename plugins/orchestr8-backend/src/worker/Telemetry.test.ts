import {
  metricsServiceMock,
  tracingServiceMock,
} from '@backstage/backend-test-utils/alpha';
import { MetricsServiceObservableResult } from '@backstage/backend-plugin-api/alpha';
import { queuedDeployment } from '../__testUtils__/queuedDeployment';
import { Telemetry } from './Telemetry';

describe('telemetry', () => {
  const told: unknown[][] = [];
  const gauges = new Map<
    string,
    (result: MetricsServiceObservableResult) => void | Promise<void>
  >();
  const instrument = (name: string) => ({
    add: (...args: unknown[]) => told.push([name, ...args]),
    record: (...args: unknown[]) => told.push([name, ...args]),
  });
  const tracing = tracingServiceMock.mock();
  let oldest: string | undefined;
  const telemetry = new Telemetry({
    metrics: metricsServiceMock.mock({
      createCounter: instrument,
      createHistogram: instrument,
      createObservableGauge: name => ({
        addCallback: callback => {
          gauges.set(name, callback as never);
        },
        removeCallback: () => {},
      }),
    }),
    tracing,
    oldestQueued: async () => oldest,
    watchLags: () => new Map([['playground', 1500]]),
  });
  const deployment = queuedDeployment({
    state: 'failed',
    createdAt: '2026-11-24T08:00:00.000Z',
    startedAt: '2026-11-24T08:00:02.500Z',
    finishedAt: '2026-11-24T08:00:12.500Z',
  });

  it('counts deployments by outcome, and tells how long they waited and took', () => {
    telemetry.began(deployment);
    telemetry.ended(deployment);
    const about = { kind: 'deploy', environment: 'dev', outcome: 'failed' };
    expect(told).toEqual([
      ['orchestr8.deployment.wait', 2.5, { environment: 'dev' }],
      ['orchestr8.deployments', 1, about],
      ['orchestr8.deployment.duration', 10, about],
    ]);
  });

  it('observes the age of the queue and the lag of the watches', async () => {
    const seen: unknown[][] = [];
    const result = { observe: (...args: unknown[]) => void seen.push(args) };
    await gauges.get('orchestr8.queue.age')!(result);
    await gauges.get('orchestr8.watch.lag')!(result);
    expect(seen).toEqual([[0], [1.5, { cluster: 'playground' }]]);
    oldest = new Date(Date.now() - 60_000).toISOString();
    await gauges.get('orchestr8.queue.age')!(result);
    expect(seen[2][0]).toBeGreaterThanOrEqual(60);
  });

  it('traces a deployment, and keeps what the cluster said out of the trace', async () => {
    const outcome = {
      state: 'failed' as const,
      message: 'canary',
      failure: {
        cause: 'crash-loop',
        message: 'canary',
        evidence: ['canary'],
        remedy: 'Mend it.',
      },
      steps: [],
    };
    const carryOut = telemetry.traced(async () => outcome);
    await expect(
      carryOut(deployment, {
        recovered: false,
        epoch: 1,
        signal: new AbortController().signal,
        onProgress: async () => {},
        heardMs: 3_000,
      }),
    ).resolves.toBe(outcome);
    const [span] = tracing.spans;
    expect(span.setAttribute).toHaveBeenCalledWith(
      'orchestr8.outcome',
      'failed',
    );
    expect(span.setStatus).toHaveBeenCalledWith({
      code: 'error',
      message: 'crash-loop',
    });
  });
});
