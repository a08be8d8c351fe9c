import { act, renderHook } from '@testing-library/react';
import { Channel } from '../__testUtils__/Channel';
import { useStream } from './useStream';

describe('useStream', () => {
  let channel: Channel<number>;
  let opened: number;
  const open = (signal: AbortSignal) => {
    opened++;
    return channel.read(signal);
  };
  beforeEach(() => {
    jest.useFakeTimers();
    channel = new Channel();
    opened = 0;
  });
  afterEach(() => jest.useRealTimers());

  it('stops reading when the component goes', async () => {
    const { unmount } = renderHook(() => useStream(open, { onItem: () => {} }));
    await act(async () => {});
    expect(channel.readers).toBe(1);
    unmount();
    await act(async () => {});
    expect(channel.readers).toBe(0);
  });

  it('opens again, ever slower, and at once fast again after an item', async () => {
    const { result } = renderHook(() => useStream(open, { onItem: () => {} }));
    const breakAndWait = async (ms: number) => {
      await act(async () => channel.close());
      expect(result.current).toBe('reconnecting');
      await act(async () => {
        await jest.advanceTimersByTimeAsync(ms);
      });
    };
    await act(async () => {});
    await breakAndWait(500);
    expect(opened).toBe(2);
    await breakAndWait(999);
    expect(opened).toBe(2);
    await act(async () => {
      await jest.advanceTimersByTimeAsync(1);
    });
    expect(opened).toBe(3);
    await act(async () => channel.push(1));
    expect(result.current).toBe('live');
    await breakAndWait(500);
    expect(opened).toBe(4);
  });

  it('stays closed when the stream is complete', async () => {
    const { result } = renderHook(() =>
      useStream(open, { onItem: () => {}, isComplete: () => true }),
    );
    await act(async () => {});
    await act(async () => channel.close());
    expect(result.current).toBe('ended');
  });

  it('stays closed when trying again is of no use', async () => {
    const failing = async function* fail(): AsyncGenerator<number> {
      opened++;
      throw new Error('not yours');
    };
    const onBreak = jest.fn(() => false);
    const { result } = renderHook(() =>
      useStream(failing, { onItem: () => {}, onBreak }),
    );
    await act(async () => {
      await jest.advanceTimersByTimeAsync(60_000);
    });
    expect(result.current).toBe('ended');
    expect(opened).toBe(1);
    expect(onBreak).toHaveBeenCalledWith(new Error('not yours'));
  });

  it('lets the connection go while nobody looks, and opens it again', async () => {
    const { result } = renderHook(() => useStream(open, { onItem: () => {} }));
    const look = async (hidden: boolean) => {
      Object.defineProperty(document, 'hidden', {
        configurable: true,
        value: hidden,
      });
      await act(async () => {
        document.dispatchEvent(new Event('visibilitychange'));
      });
    };
    await act(async () => {});
    await look(true);
    expect(channel.readers).toBe(0);
    expect(result.current).toBe('reconnecting');
    await look(false);
    expect(channel.readers).toBe(1);
    expect(opened).toBe(2);
  });
});
