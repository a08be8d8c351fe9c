import { FailureWatch } from '../FailureWatch';
import { workloadOf } from '../Workload';
import { FAILURE_CAUSES } from '.';
import { DOCUMENTED_STATUSES } from './__fixtures__/documentedStatuses';
import { judge } from './__fixtures__/world';

describe('the words that a cluster uses', () => {
  it.each(DOCUMENTED_STATUSES)('name %s', (cause, given, remedy) => {
    expect(judge(given)).toMatchObject({
      cause,
      message: expect.stringMatching(
        /^(Container|A volume|No node|Deployment)/,
      ),
      remedy: expect.stringContaining(remedy),
    });
  });

  const alone = (kind: string, more: object, events: object[] = []) => {
    const metadata = { name: 'it', namespace: 'ns', uid: 'it' };
    const apiVersion = kind === 'Application' ? 'argoproj.io/v1alpha1' : 'v1';
    const object = { apiVersion, kind, metadata, ...more };
    const seen = events.map((event, i) => ({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: `e${i}` },
      involvedObject: { kind, name: 'it', uid: 'it' },
      ...event,
    }));
    const workload = workloadOf(object, {
      list: of => (of === 'Event' ? seen : []),
    });
    const watch = new FailureWatch();
    watch.examine(workload, 0);
    return watch
      .examine(workload, 60_000)
      .find(({ remaining }) => remaining <= 0)?.cause.cause;
  };

  it.each([
    [
      'pod-evicted',
      alone('Pod', {
        status: {
          phase: 'Failed',
          reason: 'Evicted',
          message: 'The node was low on resource: memory.',
        },
      }),
    ],
    ['pod-failed', alone('Pod', { status: { phase: 'Failed' } })],
    [
      'load-balancer',
      alone('Service', { spec: { type: 'LoadBalancer' } }, [
        { reason: 'SyncLoadBalancerFailed', message: 'quota exceeded' },
      ]),
    ],
    [
      'secret-not-fetched',
      alone('ExternalSecret', {
        status: {
          conditions: [
            {
              type: 'Ready',
              status: 'False',
              reason: 'SecretSyncedError',
              message: 'could not get secret data from provider',
            },
          ],
        },
      }),
    ],
    [
      'delivery-failed',
      alone('Application', {
        spec: { source: { repoURL: 'https://git.example.com/x.git' } },
        status: {
          conditions: [
            {
              type: 'ComparisonError',
              message: 'Failed to load target state: revision not found',
            },
          ],
        },
      }),
    ],
    [
      'delivery-failed',
      alone('Application', {
        spec: { source: { targetRevision: '2' } },
        status: {
          sync: { comparedTo: { source: { targetRevision: '2' } } },
          operationState: { phase: 'Failed', message: 'one or more failed' },
        },
      }),
    ],
    // An operation that failed before is not about what is asked for now.
    [
      undefined,
      alone('Application', {
        spec: { source: { targetRevision: '3' } },
        status: {
          sync: { comparedTo: { source: { targetRevision: '2' } } },
          operationState: { phase: 'Failed', message: 'one or more failed' },
        },
      }),
    ],
  ])('name %s of an object by itself', (cause, found) => {
    expect(found).toBe(cause);
  });
});

it('there are at least 40 causes, each with a name of its own in its place', () => {
  const names = FAILURE_CAUSES.map(({ cause }) => cause);
  expect(new Set(names).size).toBeGreaterThanOrEqual(40);
});
