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

/** The steps of one deployment and what it waits for now; every change is told, and several at once are told as one. */
export class Progress {
  private readonly steps: DeploymentStep[] = ORDER.map(name => ({
    name,
    state: 'pending',
    message: '',
  }));
  private message = '';
  private told: Promise<void> = Promise.resolve();
  private next?: Promise<void>;

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
    await this.flush();
  }

  object(name: StepName, entry: StepObject): Promise<void> {
    const step = this.step(name);
    step.objects = [...(step.objects ?? []), entry];
    return this.flush();
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
    return this.flush();
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
    await this.flush();
  }

  /** A copy of the steps as they are now. */
  snapshot(): DeploymentStep[] {
    return structuredClone(this.steps);
  }

  private step(name: StepName): DeploymentStep {
    return this.steps.find(step => step.name === name)!;
  }

  /** Resolves once everything up to now has been told; rejects when that fails, for then nobody may write any more. */
  private flush(): Promise<void> {
    if (!this.next) {
      const next = this.told
        .catch(() => {})
        .then(() => {
          this.next = undefined;
          return this.tell(this.snapshot(), this.message);
        });
      this.next = next;
      this.told = next;
    }
    return this.next;
  }
}
