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

/** Milliseconds between two tellings for which nobody waits. */
const SPACING_MS = 250;
/** The most that it becomes where telling takes long, as in a portal that has much to do. */
const WIDE_SPACING_MS = 1_000;
/** Part of the time that telling may take, before it is told less often. */
const SHARE = 0.01;
/** Milliseconds for which who was heard may write, where it is not said. */
const HEARD_MS = 500;

/**
 * The steps of one deployment and what it waits for now. The first change is
 * told at once, those that come soon after it as one; a change rejects once
 * telling has failed. Before something is written, `mayWrite` is waited for:
 * whoever has not been heard lately, or slept since, must be heard first.
 */
export class Progress {
  private readonly tell: ExecuteOptions['onProgress'];
  private readonly heardMs: number;
  private readonly steps: DeploymentStep[] = ORDER.map(name => ({
    name,
    state: 'pending',
    message: '',
  }));
  private message = '';
  private untold = false;
  private telling?: Promise<void>;
  /** When the last telling that was heard had begun, by a clock that goes on while a process sleeps. */
  private heardAt = -Infinity;
  private spacing = SPACING_MS;
  private awaited = 0;
  private hurry = () => {};
  private failure?: { error: unknown };

  constructor(
    tell: ExecuteOptions['onProgress'],
    heardMs: ExecuteOptions['heardMs'] = HEARD_MS,
  ) {
    this.tell = tell;
    this.heardMs = heardMs;
  }

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

  /** What is done of a step for now; the rest of it has not begun, and fails with nothing else. */
  pause(name: StepName, message: string): Promise<void> {
    this.step(name).state = 'pending';
    return this.say(name, message);
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
        step.message = step.message
          ? `${step.message}; the rest was not run`
          : 'Not run';
      }
    }
    this.message = message;
    await this.change();
  }

  /** Resolves when a telling was heard that had begun just before, or since; rejects when nobody hears. */
  async mayWrite(): Promise<void> {
    const since = performance.now() - this.heardMs;
    this.awaited += 1;
    while (this.heardAt < since && !this.failure) {
      this.hurry();
      if (!this.telling) {
        this.untold = true;
        this.telling = this.tellAll();
      }
      await this.telling;
    }
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
        const begun = performance.now();
        await this.tell(this.snapshot(), this.message);
        this.heardAt = begun;
        const wanted = (performance.now() - begun) / SHARE;
        this.spacing = Math.min(Math.max(wanted, SPACING_MS), WIDE_SPACING_MS);
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
    const left = this.heardAt + this.spacing - performance.now();
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
