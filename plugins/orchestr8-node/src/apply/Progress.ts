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

/** Milliseconds between two tellings, unless somebody waits for them: sooner than an eye follows. */
const SPACING_MS = 100;

/**
 * The steps of one deployment and what it waits for now. The first change is
 * told at once, those that come soon after it as one; a change rejects once
 * telling has failed. Before something is written, `told` is waited for:
 * whoever cannot be heard any more may not write.
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
  private toldAt = -Infinity;
  private awaited = 0;
  private hurry = () => {};
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
    this.awaited += 1;
    this.hurry();
    while (this.telling) await this.telling;
    this.awaited -= 1;
    if (this.failure) throw this.failure.error;
  }

  /** Resolves once nothing is being told any more. What is untold stays so: the end that is recorded now has it. */
  async close(): Promise<void> {
    this.untold = false;
    this.hurry();
    await this.telling;
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
        await this.due();
        if (!this.untold) return;
        this.untold = false;
        await this.tell(this.snapshot(), this.message);
        this.toldAt = performance.now();
      }
    } catch (error) {
      this.failure = { error };
    } finally {
      this.telling = undefined;
    }
  }

  /** What changes at the same moment is always told as one. */
  private async due(): Promise<void> {
    await Promise.resolve();
    const left = this.toldAt + SPACING_MS - performance.now();
    if (left <= 0 || this.awaited > 0) return;
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, left);
      this.hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
