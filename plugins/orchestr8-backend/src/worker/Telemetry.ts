import {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import { Deployment } from '@orchestr8/backstage-plugin-orchestr8-common';
import { CarryOut } from './DeploymentWorker';

/** Seconds: from what is unchanged to what waits for slow pods. */
const DURATIONS = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800];

/**
 * What the service tells of its own work, through Backstage's metrics and
 * tracing (OpenTelemetry):
 *
 * | name | what |
 * |---|---|
 * | `orchestr8.deployments` | deployments that a worker ended, by `kind`, `environment` and `outcome` |
 * | `orchestr8.deployment.duration` | seconds from begin to end, by the same |
 * | `orchestr8.deployment.wait` | seconds in the queue, by `environment` |
 * | `orchestr8.queue.age` | seconds that the oldest deployment in the queue has waited; 0: none waits |
 * | `orchestr8.watch.lag` | seconds since a `cluster` last told something on the watch that was silent longest, and be it that there is nothing new: what is shown is behind by this much at most. Where nothing happens API servers speak about once a minute, so that some 60 are usual, and more than 90 mean that contact is lost |
 * | span `orchestr8.deployment` | the carrying out of one deployment |
 */
export class Telemetry {
  private readonly tracing: TracingService;
  private readonly deployments;
  private readonly durations;
  private readonly waits;

  constructor(options: {
    metrics: MetricsService;
    tracing: TracingService;
    /** When the oldest of the queue was asked for, ISO 8601; undefined when nothing waits. */
    oldestQueued(): Promise<string | undefined>;
    /** Cluster → milliseconds. */
    watchLags(): ReadonlyMap<string, number>;
  }) {
    const { metrics, tracing } = options;
    this.tracing = tracing;
    this.deployments = metrics.createCounter('orchestr8.deployments', {
      description: 'Deployments that were carried out, by outcome.',
    });
    this.durations = metrics.createHistogram('orchestr8.deployment.duration', {
      description: 'Time from the begin of a deployment to its end.',
      unit: 's',
      advice: { explicitBucketBoundaries: DURATIONS },
    });
    this.waits = metrics.createHistogram('orchestr8.deployment.wait', {
      description: 'Time that a deployment waited in the queue.',
      unit: 's',
      advice: { explicitBucketBoundaries: DURATIONS },
    });
    metrics
      .createObservableGauge('orchestr8.queue.age', {
        description: 'Time that the oldest deployment has waited in the queue.',
        unit: 's',
      })
      .addCallback(async result => {
        const since = await options.oldestQueued();
        result.observe(since ? seconds(since, new Date().toISOString()) : 0);
      });
    metrics
      .createObservableGauge('orchestr8.watch.lag', {
        description:
          'Time since a cluster last told something, or that there is nothing new: what is shown is behind by this much at most.',
        unit: 's',
      })
      .addCallback(result => {
        for (const [cluster, ms] of options.watchLags()) {
          result.observe(ms / 1000, { cluster });
        }
      });
  }

  /** The same, as a span. */
  traced(carryOut: CarryOut): CarryOut {
    return (deployment, options) => {
      const { id, kind, module, environment, cluster } = deployment;
      return this.tracing.startActiveSpan(
        'orchestr8.deployment',
        {
          attributes: {
            'orchestr8.deployment': id,
            'orchestr8.kind': kind,
            'orchestr8.module': module,
            'orchestr8.environment': environment,
            'orchestr8.cluster': cluster,
          },
        },
        async span => {
          const outcome = await carryOut(deployment, options);
          span.setAttribute('orchestr8.outcome', outcome.state);
          if (outcome.failure) {
            // Messages may quote the cluster: only the name of the cause.
            span.setStatus({ code: 'error', message: outcome.failure.cause });
          }
          return outcome;
        },
      );
    };
  }

  began({ environment, createdAt, startedAt }: Deployment): void {
    if (startedAt) {
      this.waits.record(seconds(createdAt, startedAt), { environment });
    }
  }

  ended(deployment: Deployment): void {
    const { kind, environment, state, startedAt, finishedAt } = deployment;
    const attributes = { kind, environment, outcome: state };
    this.deployments.add(1, attributes);
    if (startedAt && finishedAt) {
      this.durations.record(seconds(startedAt, finishedAt), attributes);
    }
  }
}

function seconds(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from)) / 1000;
}
