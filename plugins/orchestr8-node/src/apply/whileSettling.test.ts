import { ClusterError, ClusterErrorReason } from '../adapters/ClusterError';
import { whileSettling } from './whileSettling';

const kind = { apiVersion: 'example.com/v1', kind: 'Thing' };
const errorOf = (reason: ClusterErrorReason, of = kind) =>
  new ClusterError('unknown field', {
    cluster: 'test',
    reason,
    object: { ...of, name: 'red' },
  });
const soon = {
  settling: { kinds: [kind], changed: [kind], until: Date.now() + 60_000 },
};
const fresh = { settling: { ...soon.settling, changed: [] } };
const over = { settling: { ...soon.settling, until: Date.now() - 1 } };

describe('whileSettling', () => {
  it.each<[string, ClusterErrorReason, Parameters<typeof whileSettling>[0]]>([
    ['a refusal by the definition before', 'invalid', soon],
    ['a server that does not know the kind yet', 'not-found', soon],
  ])('has %s tried again', (_, reason, execution) => {
    const error = whileSettling(execution, errorOf(reason)) as ClusterError;
    expect(error.retryable).toBe(true);
    expect(error.message).toBe('unknown field');
  });

  it.each<[string, ClusterError, Parameters<typeof whileSettling>[0]]>([
    ['once servers had their time', errorOf('invalid'), over],
    ['by a definition that is new', errorOf('invalid'), fresh],
    ['where no definition was applied', errorOf('invalid'), {}],
    ['when it is a missing right', errorOf('forbidden'), soon],
    [
      'of other kinds',
      errorOf('invalid', { apiVersion: 'v1', kind: 'ConfigMap' }),
      soon,
    ],
  ])('leaves a refusal as it is %s', (_, error, execution) => {
    expect(whileSettling(execution, error)).toBe(error);
  });
});
