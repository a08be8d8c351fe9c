import { useCallback, useEffect, useState } from 'react';

/** A value that is asked for: not here yet, here, or not to be had. */
export type Loadable<T> =
  | { status: 'loading' }
  | { status: 'failed'; error: Error }
  | { status: 'ready'; value: T };

/** A {@link Loadable} that can be asked for again; the old value stays meanwhile. */
export type Reloadable<T> = Loadable<T> & { reload: () => void };

/**
 * Asks for a value when the component appears and whenever `load` changes, so
 * `load` must be memoised. An answer that comes too late is dropped.
 */
export function useLoadable<T>(load: () => Promise<T>): Reloadable<T> {
  const [state, setState] = useState<Loadable<T>>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => setState({ status: 'loading' }), [load]);
  useEffect(() => {
    let current = true;
    load().then(
      value => current && setState({ status: 'ready', value }),
      error => current && setState({ status: 'failed', error }),
    );
    return () => {
      current = false;
    };
  }, [load, attempt]);
  const reload = useCallback(() => setAttempt(n => n + 1), []);
  return { ...state, reload };
}
