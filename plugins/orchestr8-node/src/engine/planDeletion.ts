import {
  namespaceOf,
  ObjectRef,
  Plan,
  Refusal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader } from '../adapters/Cluster';
import { DeletionInput, PlannedDeployment } from '../EngineTypes';
import { planHash } from '../plan/planHash';
import { observeDeletions } from './observeDeletions';
import { observeTarget } from './observeTarget';

/** Works out what a module's going deletes and what it leaves, from its inventory. */
export async function planDeletion(
  input: DeletionInput,
): Promise<PlannedDeployment> {
  const { module, environment, cluster, leave = [] } = input;
  const namespace = namespaceOf(environment, module);
  const [there, clusterIdentity] = await Promise.all([
    observeTarget(cluster, namespace, module),
    cluster.identity(),
  ]);
  const { inventory, findings } = there;
  const changes = await observeDeletions(cluster, inventory, {
    module,
    leave,
  });
  const replaces =
    input.replaces ??
    (inventory && { release: inventory.release, version: inventory.version });
  const plan: Omit<Plan, 'hash'> = {
    planVersion: 1,
    kind: 'delete',
    module,
    version: replaces?.version ?? '',
    release: replaces?.release ?? '',
    environment: environment.name,
    cluster: environment.cluster,
    ...(clusterIdentity ? { clusterIdentity } : {}),
    namespace,
    ...(leave.length > 0 ? { leave: [...leave].sort() } : {}),
    ...(replaces ? { replaces } : {}),
    changes,
    findings,
    dependencies: [],
    gates: [],
    problems: [],
    warnings: leave.includes('namespace')
      ? [
          `The namespace "${namespace}" goes with everything in it, whoever put it there.`,
        ]
      : [],
    filledIn: [],
    refusals: [
      ...findings.map(
        ({ message, remedy }): Refusal => ({
          kind: 'policy',
          message: `${message} ${remedy}`,
        }),
      ),
      ...(await refusalsOfDeletion(cluster, {
        module,
        namespace,
        known: inventory !== undefined,
        leave,
      })),
    ],
    createdAt: input.now,
  };
  return { plan: { ...plan, hash: planHash(plan, []) }, manifests: [] };
}

async function refusalsOfDeletion(
  cluster: Pick<ClusterReader, 'list'>,
  target: {
    module: string;
    namespace: string;
    known: boolean;
    leave: DeletionInput['leave'];
  },
): Promise<Refusal[]> {
  const { module, namespace, known, leave = [] } = target;
  if (!known) {
    return [
      {
        kind: 'invalid',
        message: `The namespace "${namespace}" has no inventory of "${module}": it is not known what would have to go. Either it is not deployed there, or it was put there by other means.`,
      },
    ];
  }
  if (!leave.includes('namespace') || leave.includes('claims')) return [];
  const claims = await cluster.list(CLAIM, { namespace, metadataOnly: true });
  if (claims.length === 0) return [];
  const names = claims.map(({ metadata }) => metadata.name).sort();
  return [
    {
      kind: 'policy',
      message: `With the namespace "${namespace}" go the claims ${names.join(
        ', ',
      )} and what they hold. Give leave for "claims" too, or leave the namespace.`,
      leave: 'claims',
    },
  ];
}

const CLAIM: Pick<ObjectRef, 'apiVersion' | 'kind'> = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
};
