import {
  KubernetesObject,
  Manifest,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** The hooks that are carried out. */
const SUPPORTED = [
  'pre-install',
  'post-install',
  'pre-upgrade',
  'post-upgrade',
];
/** The hooks that a deployment leaves out by design: they are for `o8 module test`. */
const TESTS = ['test', 'test-success'];

/** What an object of a chart is to Helm. */
export type HookVerdict =
  | { type: 'none' }
  | { type: 'hook'; hook: NonNullable<Manifest['hook']> }
  | { type: 'test' }
  | { type: 'unsupported'; events: string[] };

/**
 * Reads `helm.sh/hook`. Jobs before and after install and upgrade are carried
 * out; any other hook is refused by name rather than silently skipped.
 */
export function hookOf(object: KubernetesObject): HookVerdict {
  const annotations = object.metadata.annotations ?? {};
  const written = annotations['helm.sh/hook'];
  if (written === undefined) {
    return { type: 'none' };
  }
  const events = written
    .split(',')
    .map(event => event.trim())
    .filter(Boolean);
  if (events.length > 0 && events.every(event => TESTS.includes(event))) {
    return { type: 'test' };
  }
  const unsupported = events.filter(event => !SUPPORTED.includes(event));
  if (unsupported.length > 0 || object.kind !== 'Job' || events.length === 0) {
    return { type: 'unsupported', events };
  }
  const weight = Number.parseInt(annotations['helm.sh/hook-weight'] ?? '0', 10);
  return {
    type: 'hook',
    hook: { events, weight: Number.isNaN(weight) ? 0 : weight },
  };
}
