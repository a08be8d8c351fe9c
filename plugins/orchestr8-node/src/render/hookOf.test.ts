import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { hookOf } from './hookOf';

const hook = (
  events: string | undefined,
  more: { kind?: string; weight?: string } = {},
): KubernetesObject => ({
  apiVersion: 'v1',
  kind: more.kind ?? 'Job',
  metadata: {
    name: 'x',
    annotations: {
      ...(events === undefined ? {} : { 'helm.sh/hook': events }),
      ...(more.weight ? { 'helm.sh/hook-weight': more.weight } : {}),
    },
  },
});

describe('hookOf', () => {
  it.each<[string, KubernetesObject, object]>([
    ['no hook', hook(undefined), { type: 'none' }],
    [
      'a Job before and after',
      hook('pre-install, post-upgrade', { weight: '-5' }),
      {
        type: 'hook',
        hook: { events: ['pre-install', 'post-upgrade'], weight: -5 },
      },
    ],
    [
      'a weight that is none',
      hook('pre-upgrade', { weight: 'heavy' }),
      { type: 'hook', hook: { events: ['pre-upgrade'], weight: 0 } },
    ],
    [
      'a test, of any kind',
      hook('test-success', { kind: 'Pod' }),
      { type: 'test', hook: { events: ['test'], weight: 0 } },
    ],
    [
      'a moment that a deployment does not have',
      hook('pre-install,pre-delete'),
      {
        type: 'unsupported',
        why: 'for pre-delete, which is not carried out',
      },
    ],
    [
      'another kind than a Job',
      hook('pre-install', { kind: 'ConfigMap' }),
      {
        type: 'unsupported',
        why: 'for pre-install, and only Jobs are run as hooks',
      },
    ],
    [
      'no moment at all',
      hook(''),
      { type: 'unsupported', why: 'that names no moment' },
    ],
  ])('reads %s', (_, object, verdict) => {
    expect(hookOf(object)).toEqual(verdict);
  });
});
