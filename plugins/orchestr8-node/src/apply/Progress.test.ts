import { DeploymentStep } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Progress } from './Progress';

describe('Progress', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  /** What was heard of a progress, by message. */
  function listener() {
    const heard: string[] = [];
    const progress = new Progress(async (_, message) => {
      heard.push(message);
    });
    return { heard, progress };
  }

  it('tells several changes at the same moment as one', async () => {
    const told: DeploymentStep[][] = [];
    const progress = new Progress(async steps => {
      told.push(steps);
    });
    const object = (name: string) =>
      progress.object('apply', {
        object: { apiVersion: 'v1', kind: 'ConfigMap', name },
        action: 'create',
        outcome: 'done',
      });
    await Promise.all([object('a'), object('b'), object('c')]);
    await pass(0);
    expect(told).toHaveLength(1);
    expect(told[0][2].objects).toHaveLength(3);
  });

  it('does not tell what it has just told', async () => {
    const { heard, progress } = listener();
    await progress.say('wait', 'the same');
    await pass(1_000);
    await progress.say('wait', 'the same');
    await pass(1_000);
    expect(heard).toEqual(['the same']);
  });

  it('tells at once first, and what comes soon after it as one', async () => {
    const { heard, progress } = listener();
    await progress.start('apply', 'one');
    await pass(0);
    await progress.say('apply', 'two');
    await pass(100);
    await progress.say('apply', 'three');
    expect(heard).toEqual(['one']);
    await pass(150);
    expect(heard).toEqual(['one', 'three']);
  });

  it('tells less often what takes long to tell', async () => {
    const heard: string[] = [];
    const progress = new Progress(async (_, message) => {
      await new Promise(resolve => {
        setTimeout(resolve, 5);
      });
      heard.push(message);
    });
    await progress.start('apply', 'one');
    await pass(5);
    await progress.say('apply', 'two');
    await pass(494);
    await progress.say('apply', 'three');
    await pass(6);
    expect(heard).toEqual(['one', 'three']);
  });

  it('lets nobody wait for a telling, and tells what changed during it as one', async () => {
    const heard: string[] = [];
    let hear = () => {};
    const progress = new Progress(async (_, message) => {
      heard.push(message);
      await new Promise<void>(resolve => {
        hear = resolve;
      });
    });
    await progress.start('apply', 'one');
    await pass(1_000);
    await progress.say('apply', 'two');
    await progress.say('apply', 'three');
    expect(heard).toEqual(['one']);
    hear();
    await pass(0);
    expect(heard).toEqual(['one', 'three']);
  });

  it('lets a run write that was heard just now, without telling once more', async () => {
    const { heard, progress } = listener();
    await progress.start('apply', 'one');
    await progress.mayWrite();
    await progress.say('apply', 'two');
    await progress.mayWrite();
    expect(heard).toEqual(['one']);
  });

  it('lets a run that slept write only once it was heard again', async () => {
    const { heard, progress } = listener();
    await progress.start('apply', 'one');
    await progress.mayWrite();
    await pass(600);
    await progress.mayWrite();
    expect(heard).toEqual(['one', 'one']);
  });

  it('lets it write for as long as it was said to be heard', async () => {
    const heard: string[] = [];
    const progress = new Progress(async (_, message) => {
      heard.push(message);
    }, 3_000);
    await progress.start('apply', 'one');
    await progress.mayWrite();
    await pass(2_900);
    await progress.mayWrite();
    expect(heard).toEqual(['one']);
    await pass(200);
    await progress.mayWrite();
    expect(heard).toEqual(['one', 'one']);
  });

  it('does not take a telling for heard that began long ago', async () => {
    let begun = 0;
    const progress = new Progress(async () => {
      begun += 1;
      await new Promise(resolve => {
        setTimeout(resolve, 600);
      });
    });
    await progress.start('apply', 'one');
    const written = progress.mayWrite();
    await pass(600);
    await written;
    expect(begun).toBe(1);
    const again = progress.mayWrite();
    await pass(600);
    await again;
    expect(begun).toBe(2);
  });

  it('rejects when nobody can be told, so that nobody writes any more', async () => {
    let lost = false;
    const progress = new Progress(async () => {
      if (lost) throw new Error('the lease is lost');
    });
    await progress.start('apply', 'x');
    await progress.mayWrite();
    lost = true;
    await progress.say('apply', 'y');
    await pass(250);
    await expect(progress.mayWrite()).rejects.toThrow('the lease is lost');
    await expect(progress.say('apply', 'z')).rejects.toThrow(
      'the lease is lost',
    );
  });

  it('leaves what is untold at its close to whoever records the end', async () => {
    const { heard, progress } = listener();
    await progress.start('apply', 'one');
    await pass(0);
    await progress.end('apply', 'succeeded', 'two');
    await progress.close();
    await pass(1_000);
    expect(heard).toEqual(['one']);
    expect(progress.snapshot()[2].state).toBe('succeeded');
  });

  it('ends what is under way as failed and skips the rest', async () => {
    const progress = new Progress(async () => {});
    await progress.start('plan', 'p');
    await progress.end('plan', 'succeeded', 'ok');
    await progress.start('apply', 'a');
    await progress.stop('broken');
    expect(progress.snapshot().map(({ state }) => state)).toEqual([
      'succeeded',
      'skipped',
      'failed',
      'skipped',
      'skipped',
      'skipped',
    ]);
  });

  it('ends what is under way as failed; what is done in part or not at all was not run', async () => {
    const { progress } = listener();
    await progress.start('hooks', 'first hook');
    await progress.pause('hooks', '1 of 2 hooks ran');
    await progress.start('wait', 'waiting');
    await progress.stop('the pod crashes');
    const stateOf = (name: string) => {
      const { state, message } = progress
        .snapshot()
        .find(step => step.name === name)!;
      return `${state}: ${message}`;
    };
    expect(['hooks', 'wait', 'prune'].map(stateOf)).toEqual([
      'skipped: 1 of 2 hooks ran; the rest was not run',
      'failed: the pod crashes',
      'skipped: Not run',
    ]);
    await pass(1_000);
  });
});
