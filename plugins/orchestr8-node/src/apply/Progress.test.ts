import { DeploymentStep } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Progress } from './Progress';

describe('Progress', () => {
  it('tells several changes at once as one, and all of them before it is waited for no more', async () => {
    const told: { steps: DeploymentStep[]; message: string }[] = [];
    const progress = new Progress(async (steps, message) => {
      told.push({ steps, message });
    });
    const object = (name: string) =>
      progress.object('apply', {
        object: { apiVersion: 'v1', kind: 'ConfigMap', name },
        action: 'create',
        outcome: 'done',
      });
    await Promise.all([object('a'), object('b'), object('c')]);
    await progress.told();
    expect(told).toHaveLength(1);
    expect(told[0].steps[2].objects).toHaveLength(3);
    await object('d');
    await progress.told();
    expect(told).toHaveLength(2);
  });

  it('does not tell what it has just told', async () => {
    const tell = jest.fn(async () => {});
    const progress = new Progress(tell);
    await progress.say('wait', 'the same');
    await progress.told();
    await progress.say('wait', 'the same');
    await progress.told();
    expect(tell).toHaveBeenCalledTimes(1);
  });

  it('rejects when nobody can be told, so that nobody writes any more', async () => {
    const progress = new Progress(async () => {
      throw new Error('the lease is lost');
    });
    await progress.start('apply', 'x');
    await expect(progress.told()).rejects.toThrow('the lease is lost');
    await expect(progress.say('apply', 'y')).rejects.toThrow(
      'the lease is lost',
    );
  });

  it('tells what changed while it was telling as one, and lets nobody wait for it', async () => {
    const heard: string[] = [];
    let hear = () => {};
    const progress = new Progress(async (_, message) => {
      heard.push(message);
      await new Promise<void>(resolve => {
        hear = resolve;
      });
    });
    await progress.start('apply', 'one');
    await Promise.resolve();
    await progress.say('apply', 'two');
    await progress.say('apply', 'three');
    expect(heard).toEqual(['one']);
    hear();
    const all = progress.told();
    await new Promise(resolve => setImmediate(resolve));
    hear();
    await all;
    expect(heard).toEqual(['one', 'three']);
  });

  it('tells at once first, then what comes soon after it as one, unless somebody waits for it', async () => {
    jest.useFakeTimers();
    try {
      const heard: string[] = [];
      const progress = new Progress(async (_, message) => {
        heard.push(message);
      });
      await progress.start('apply', 'one');
      await jest.advanceTimersByTimeAsync(0);
      await progress.say('apply', 'two');
      await jest.advanceTimersByTimeAsync(50);
      await progress.say('apply', 'three');
      expect(heard).toEqual(['one']);
      await jest.advanceTimersByTimeAsync(50);
      expect(heard).toEqual(['one', 'three']);
      await progress.say('apply', 'four');
      await progress.told();
      expect(heard).toEqual(['one', 'three', 'four']);
    } finally {
      jest.useRealTimers();
    }
  });

  it('leaves what is untold at its close to whoever records the end', async () => {
    const heard: string[] = [];
    const progress = new Progress(async (_, message) => {
      heard.push(message);
    });
    await progress.start('apply', 'one');
    await progress.told();
    await progress.end('apply', 'succeeded', 'two');
    await progress.close();
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
});
