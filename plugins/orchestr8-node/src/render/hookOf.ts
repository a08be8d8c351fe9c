import {
  KubernetesObject,
  Manifest,
  TEST_EVENT,
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
  | { type: 'test'; hook: NonNullable<Manifest['hook']> }
  /** `why` follows "it is a hook". */
  | { type: 'unsupported'; why: string };

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
  const weight = weightOf(annotations['helm.sh/hook-weight']);
  if (events.length > 0 && events.every(event => TESTS.includes(event))) {
    return { type: 'test', hook: { events: [TEST_EVENT], weight } };
  }
  if (events.length === 0) {
    return { type: 'unsupported', why: 'that names no moment' };
  }
  const unsupported = events.filter(event => !SUPPORTED.includes(event));
  if (unsupported.length > 0) {
    const named = unsupported.join(', ');
    return {
      type: 'unsupported',
      why: `for ${named}, which is not carried out`,
    };
  }
  if (object.kind !== 'Job') {
    return {
      type: 'unsupported',
      why: `for ${events.join(', ')}, and only Jobs are run as hooks`,
    };
  }
  return { type: 'hook', hook: { events, weight } };
}

function weightOf(written: string = '0'): number {
  const weight = Number.parseInt(written, 10);
  return Number.isNaN(weight) ? 0 : weight;
}
