import { DeploymentStep } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ExecuteOptions } from '../EngineTypes';

type StepName = DeploymentStep['name'];
type StepObject = NonNullable<DeploymentStep['objects']>[number];

const ORDER: readonly StepName[] = [
  'plan',
  'hooks',
  'apply',
  'wait',
  'prune',
  'record',
];

/**
 * The steps of one deployment and what it waits for now. Changes are told as
 * fast as they can be heard, those that come meanwhile as one; a change
 * rejects once telling has failed. Before something is written, `told` is
 * waited for: whoever cannot be heard any more may not write.
 */
export class Progress {
  private readonly steps: DeploymentStep[] = ORDER.map(name => ({
    name,
    state: 'pending',
    message: '',
  }));
  private message = '';
  private untold = false;
  private telling?: Promise<void>;
  private failure?: { error: unknown };

  constructor(private readonly tell: ExecuteOptions['onProgress']) {}

  start(name: StepName, message: string): Promise<void> {
    const step = this.step(name);
    step.state = 'running';
    step.startedAt ??= new Date().toISOString();
    return this.say(name, message);
  }

  /** What is going on; nothing is told when it is as before. */
  async say(name: StepName, message: string): Promise<void> {
    const step = this.step(name);
    if (step.message === message && this.message === message) return;
    step.message = message;
    this.message = message;
    await this.change();
  }

  object(name: StepName, entry: StepObject): Promise<void> {
    const step = this.step(name);
    step.objects = [...(step.objects ?? []), entry];
    return this.change();
  }

  end(
    name: StepName,
    state: 'succeeded' | 'failed' | 'skipped',
    message: string,
  ): Promise<void> {
    const step = this.step(name);
    step.state = state;
    step.message = message;
    step.finishedAt = new Date().toISOString();
    this.message = message;
    return this.change();
  }

  /** Ends what is under way as failed and skips what has not begun. */
  async stop(message: string): Promise<void> {
    const at = new Date().toISOString();
    for (const step of this.steps) {
      if (step.state === 'running') {
        step.state = 'failed';
        step.message = message;
        step.finishedAt = at;
      } else if (step.state === 'pending') {
        step.state = 'skipped';
      }
    }
    this.message = message;
    await this.change();
  }

  /** Resolves once everything up to now has been told; rejects when that fails, for then nobody may write any more. */
  async told(): Promise<void> {
    while (this.telling) await this.telling;
    if (this.failure) throw this.failure.error;
  }

  /** A copy of the steps as they are now. */
  snapshot(): DeploymentStep[] {
    return structuredClone(this.steps);
  }

  private step(name: StepName): DeploymentStep {
    return this.steps.find(step => step.name === name)!;
  }

  private async change(): Promise<void> {
    this.untold = true;
    if (this.failure) throw this.failure.error;
    this.telling ??= this.tellAll();
  }

  private async tellAll(): Promise<void> {
    try {
      while (this.untold) {
        // What changes at the same moment is told as one.
        await Promise.resolve();
        this.untold = false;
        await this.tell(this.snapshot(), this.message);
      }
    } catch (error) {
      this.failure = { error };
    } finally {
      this.telling = undefined;
    }
  }
}
