import { act, renderHook } from '@testing-library/react';
import { useFollowing } from './useFollowing';

describe('useFollowing', () => {
  const goToEnd = jest.fn();
  const render = () => renderHook(() => useFollowing(goToEnd)).result;
  beforeEach(() => goToEnd.mockClear());

  it('goes back to the end when a burst of lines ran ahead', () => {
    const hook = render();
    act(() => hook.current.onEnd(false));
    expect(hook.current.following).toBe(true);
    expect(goToEnd).toHaveBeenCalledTimes(1);
  });

  it('pauses when the reader scrolls away, and follows again at the end', () => {
    const hook = render();
    act(() => {
      hook.current.hand.onWheel();
      hook.current.onEnd(false);
    });
    expect(hook.current.following).toBe(false);
    expect(goToEnd).not.toHaveBeenCalled();
    act(() => hook.current.onEnd(true));
    expect(hook.current.following).toBe(true);
  });

  it('follows again when asked', () => {
    const hook = render();
    act(() => {
      hook.current.hand.onKeyDown();
      hook.current.onEnd(false);
    });
    act(() => hook.current.follow());
    expect(hook.current.following).toBe(true);
    expect(goToEnd).toHaveBeenCalledTimes(1);
  });
});
