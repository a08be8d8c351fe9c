import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterWriter } from '../adapters/Cluster';
import { ClusterError, ClusterErrorReason } from '../adapters/ClusterError';
import { dryRun } from './dryRun';

const object: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'x', namespace: 'n' },
};
const fault = (reason: ClusterErrorReason, manager?: string) =>
  new ClusterError(`it is ${reason}`, {
    cluster: 'test',
    reason,
    ...(manager ? { conflicts: [{ manager, field: 'data.a' }] } : {}),
  });

/** Answers what is tried without force, then what is tried with it. */
const answering = (...answers: (ClusterError | 'taken')[]) => {
  const forced: unknown[] = [];
  const cluster: Pick<ClusterWriter, 'apply'> = {
    apply: async (applied, { force } = {}) => {
      forced.push(force ?? false);
      const answer = answers[forced.length - 1];
      if (answer instanceof ClusterError) throw answer;
      return { object: applied, warnings: ['mind the gap'] };
    },
  };
  return { cluster, forced };
};

describe('dryRun', () => {
  it('takes over what was changed by hand, and says from whom', async () => {
    const { cluster } = answering(fault('conflict', 'kubectl-edit'), 'taken');
    expect(await dryRun(cluster, object)).toEqual({
      after: object,
      warnings: ['ConfigMap n/x: mind the gap'],
      takesOver: [{ manager: 'kubectl-edit', field: 'data.a' }],
    });
  });

  it.each(['helm-controller', 'some-operator'])(
    'leaves %s alone, unless leave was given',
    async manager => {
      const alone = answering(fault('conflict', manager), 'taken');
      expect(await dryRun(alone.cluster, object)).toMatchObject({
        refusal: {
          message: expect.stringContaining(`managed by ${manager}`),
          leave: 'conflicts',
        },
      });
      expect(alone.forced).toEqual([false]);
      const forced = answering(fault('conflict', manager), 'taken');
      expect(
        await dryRun(forced.cluster, object, { force: true }),
      ).toMatchObject({ takesOver: [{ manager, leave: 'conflicts' }] });
    },
  );

  it('refuses what is not valid even where fields are taken over', async () => {
    const { cluster } = answering(
      fault('conflict', 'kubectl'),
      fault('invalid'),
    );
    expect(await dryRun(cluster, object)).toMatchObject({
      refusal: { message: expect.stringContaining('it is invalid') },
    });
  });

  it('passes on that the cluster cannot be asked', async () => {
    const { cluster } = answering(fault('unreachable'));
    await expect(dryRun(cluster, object)).rejects.toThrow('it is unreachable');
  });
});
