import { Manifest } from './ObjectRef';

/** The event of a chart's tests, whatever the chart calls them: no deployment runs them. @public */
export const TEST_EVENT = 'test';

/** What runs as a hook, by when it runs. @public */
export interface HooksByMoment<T> {
  /** Before anything of the release but what hooks need is applied. */
  pre: T[];
  /** After the release is healthy. */
  post: T[];
  /** Hooks that do not run this time. */
  never: T[];
}

/**
 * Hooks by moment, each list in the order in which they run: by weight, equal
 * ones as given. What is no hook is left out; one that names both moments
 * runs twice.
 *
 * @public
 */
export function hooksOf<T extends Pick<Manifest, 'hook'>>(
  items: readonly T[],
  options: { upgrade: boolean },
): HooksByMoment<T> {
  const hooks = items
    .filter(({ hook }) => hook)
    .sort((a, b) => a.hook!.weight - b.hook!.weight);
  const act = options.upgrade ? 'upgrade' : 'install';
  const at = (moment: 'pre' | 'post') =>
    hooks.filter(({ hook }) => hook!.events.includes(`${moment}-${act}`));
  const [pre, post] = [at('pre'), at('post')];
  return {
    pre,
    post,
    never: hooks.filter(one => !pre.includes(one) && !post.includes(one)),
  };
}
