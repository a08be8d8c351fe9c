import { randomBytes } from 'node:crypto';
import {
  DeploymentEvent,
  isTerminal,
  ModuleFiles,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  ClusterWriter,
  Engine,
  releaseDigest,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { Knex } from 'knex';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { DatabasePlans } from '../store/DatabasePlans';
import { exampleModule } from './exampleModule';
import { queuedDeployment } from './queuedDeployment';
import { testEnvironment } from './testEnvironment';

const HOOK = `apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Release.Name }}-migrate
  annotations: { helm.sh/hook: pre-install }
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - { name: migrate, image: registry.example.com/app:1.0.0 }
`;

const DEV = testEnvironment('dev');

/** A deployment that was left goes on within this time, milliseconds. */
const RECOVERY_MS = 20_000;

/** Milliseconds until something was heard of a deployment after its worker had ended, at `leftAt`. */
function pauseAfter(
  events: readonly DeploymentEvent[],
  leftAt: number,
): number {
  const times = events.map(({ at }) => Date.parse(at));
  const next = times.find(time => time >= leftAt);
  return next === undefined ? 0 : next - leftAt;
}

/** What tells the versions apart in the cluster. */
const settings = (version: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { version: "${version}" }
`;

/** A module with a hook, in a namespace of its own: its deployment queued, and what became of it. */
export class DeployedModule {
  private readonly name = `crash-${randomBytes(4).toString('hex')}`;
  readonly namespace = `${this.name}-dev`;
  private version = '1.0.0';
  private replaces?: { release: string; version: string };
  private readonly deployments: DatabaseDeployments;

  constructor(
    private readonly parts: {
      knex: Knex;
      engine: Engine;
      cluster: ClusterWriter;
    },
  ) {
    this.deployments = new DatabaseDeployments(parts.knex);
  }

  /** Queues its deployment, or that of a newer version once the one before is done, and answers the id. */
  async queue(version = this.version): Promise<string> {
    if (version !== this.version) {
      const { plan } = await this.plan();
      this.replaces = { release: plan.release, version: this.version };
      this.version = version;
    }
    const planned = await this.plan();
    if (planned.plan.refusals.length > 0) {
      throw new Error(JSON.stringify(planned.plan.refusals));
    }
    await new DatabasePlans(this.parts.knex).save({
      ...planned,
      terms: { kind: 'deploy' },
      createdBy: 'user:default/ada',
    });
    const deployment = queuedDeployment({
      module: this.name,
      namespace: this.namespace,
      version,
      plan: planned.plan.hash,
      release: planned.plan.release,
    });
    await this.deployments.enqueue(deployment);
    return deployment.id;
  }

  find(id: string) {
    return this.deployments.find(id);
  }

  /** Everything that a lost or a doubled step would show in; `leftAt`: when its first worker ended, milliseconds. */
  async outcome(id: string, leftAt = Infinity) {
    const { cluster } = this.parts;
    const listed = (apiVersion: string, kind: string) =>
      cluster.list({ apiVersion, kind }, { namespace: this.namespace });
    const [deployments, sets, jobs, { plan }, events, deployment] =
      await Promise.all([
        listed('apps/v1', 'Deployment'),
        listed('apps/v1', 'ReplicaSet'),
        listed('batch/v1', 'Job'),
        this.plan(),
        this.events(id),
        this.deployments.find(id),
      ]);
    return {
      state: deployment?.state,
      failure: deployment?.failure?.message,
      ends: events.filter(event => isTerminal(event.deployment.state)).length,
      isStuck: pauseAfter(events, leftAt) > RECOVERY_MS,
      generations: deployments.map(({ metadata }) => metadata.generation),
      replicaSets: sets.length,
      jobs: jobs.map(({ status }) => status?.succeeded),
      notAsPlanned: plan.changes
        .filter(({ action }) => !['unchanged', 'skip'].includes(action))
        .map(({ action, object }) => `${action} ${object.kind}`),
    };
  }

  private async events(id: string): Promise<DeploymentEvent[]> {
    const all: DeploymentEvent[] = [];
    for (;;) {
      const after = all.at(-1)?.sequence ?? 0;
      const more = await this.deployments.eventsAfter(id, after);
      if (more.length === 0) return all;
      all.push(...more);
    }
  }

  async clear(): Promise<void> {
    await this.parts.cluster.delete({
      apiVersion: 'v1',
      kind: 'Namespace',
      name: this.namespace,
    });
  }

  private plan() {
    const files: ModuleFiles = new Map(
      Object.entries({
        ...exampleModule(this.name, { version: this.version }),
        'charts/templates/settings.yaml': settings(this.version),
        'charts/templates/migrate.yaml': HOOK,
      })
        .sort()
        .map(([path, text]) => [path, Buffer.from(text)]),
    );
    return this.parts.engine.plan({
      files,
      release: releaseDigest(files),
      environment: DEV,
      cluster: this.parts.cluster,
      replaces: this.replaces,
      modules: new Map(),
      dependents: new Map(),
      gates: [],
      now: new Date().toISOString(),
      lastEnvironment: false,
    });
  }
}
