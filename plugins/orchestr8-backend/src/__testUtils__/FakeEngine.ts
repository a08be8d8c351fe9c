import { createHash } from 'node:crypto';
import {
  DeploymentStep,
  parseModule,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  Engine,
  ExecuteOptions,
  ExecutionOutcome,
  PlannedDeployment,
  PlanInput,
} from '@orchestr8/backstage-plugin-orchestr8-node';

/**
 * An engine whose cluster is a map from namespace to the release that is there:
 * what it plans depends on that, and carrying out changes it. For tests of what
 * stands around the engine.
 */
export class FakeEngine implements Engine {
  /** Namespace → digest of the release that is there. */
  readonly world = new Map<string, string>();
  /** Every plan that was carried out, in order. */
  readonly executed: PlannedDeployment[] = [];
  /** What a run does before it writes; replace it to hold runs back, or to fail them. */
  beforeWriting: (
    planned: PlannedDeployment,
    options: ExecuteOptions,
  ) => Promise<void> = async () => {};

  async validate() {
    return [];
  }

  async plan(input: PlanInput): Promise<PlannedDeployment> {
    const { module } = parseModule(input.files);
    const { name, version } = module!.metadata;
    return this.planned(input.release, { ...input, name, version });
  }

  async planDeletion(
    input: Parameters<Engine['planDeletion']>[0],
  ): Promise<PlannedDeployment> {
    return this.planned(undefined, {
      ...input,
      kind: 'delete',
      name: input.module,
      version: input.replaces?.version ?? '',
    });
  }

  async isStale() {
    return [];
  }

  async execute(
    planned: PlannedDeployment,
    options: ExecuteOptions,
  ): Promise<ExecutionOutcome> {
    const { plan } = planned;
    const [refusal] = plan.refusals;
    if (refusal) {
      return failed('refused', refusal.message);
    }
    try {
      await this.beforeWriting(planned, options);
    } catch (error) {
      const cause = failed('crash-loop', String(error));
      const back = await options.rollback?.();
      if (!back) return cause;
      this.write(back);
      const { release, version } = back.plan;
      return {
        ...cause,
        state: 'rolled-back',
        rolledBackTo: { release, version },
      };
    }
    const steps = [step('apply', 'succeeded', 'Done')];
    await options.onProgress(steps, 'Applying');
    this.write(planned);
    return { state: 'succeeded', message: 'Done.', steps };
  }

  async close() {}

  private write(planned: PlannedDeployment): void {
    const { plan } = planned;
    this.executed.push(planned);
    if (plan.kind === 'delete') this.world.delete(plan.namespace);
    else this.world.set(plan.namespace, plan.release);
  }

  private planned(
    release: string | undefined,
    input: Pick<PlanInput, 'environment' | 'kind' | 'replaces' | 'now'> &
      Partial<
        Pick<PlanInput, 'promotedFrom' | 'replicas' | 'restartedAt' | 'leave'>
      > & { name: string; version: string },
  ): PlannedDeployment {
    const { environment, name } = input;
    const namespace = `${name}-${environment.name}`;
    const there = this.world.get(namespace);
    const onto = there ? 'update' : 'create';
    const plan: Omit<Plan, 'hash'> = {
      planVersion: 1,
      kind: input.kind ?? 'deploy',
      module: name,
      version: input.version,
      release: release ?? input.replaces?.release ?? '',
      environment: environment.name,
      cluster: environment.cluster,
      namespace,
      ...(input.promotedFrom ? { promotedFrom: input.promotedFrom } : {}),
      ...(input.replaces ? { replaces: input.replaces } : {}),
      changes: [
        {
          action: release ? onto : 'delete',
          object: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name,
            namespace,
          },
          source: 'generated',
          fields: [{ path: 'release', before: there, after: release }],
        },
      ],
      findings: [],
      dependencies: [],
      gates: [],
      problems: [],
      warnings: [],
      filledIn: [],
      refusals: [],
      createdAt: input.now,
    };
    const { createdAt: _, ...matters } = plan;
    const extra = [input.replicas, input.restartedAt, input.leave];
    const hash = createHash('sha256')
      .update(JSON.stringify([matters, extra]))
      .digest('hex');
    return { plan: { ...plan, hash: `sha256:${hash}` }, manifests: [] };
  }
}

function step(
  name: DeploymentStep['name'],
  state: DeploymentStep['state'],
  message: string,
): DeploymentStep {
  return { name, state, message };
}

function failed(cause: string, message: string): ExecutionOutcome {
  return {
    state: 'failed',
    message,
    failure: { cause, message, evidence: [], remedy: 'Try again.' },
    steps: [step('plan', 'failed', message)],
  };
}
