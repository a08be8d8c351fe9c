import {
  Change,
  KubernetesObject,
  Leave,
  Manifest,
  objectKey,
  ObjectRef,
  objectRef,
  Refusal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PlanInput } from '../EngineTypes';
import { FIELD_MANAGER } from '../adapters/kubernetes/KubernetesCluster';
import { Inventory } from '../apply/Inventory';
import { isDefinition } from '../adapters/definedKinds';
import { changesOf, LeftOverObject, WantedObject } from '../plan/changesOf';
import { standsAlready } from '../plan/standsAlready';
import { GENERATED } from '../render/generateObjects';
import { dryRun } from './dryRun';
import { inLanes } from './inLanes';
import { keepRestarts } from './keepRestarts';
import { NO_DEFINITIONS, ObservedDefinitions } from './observeDefinitions';
import { TargetState } from './observeTarget';
import { UntriedKinds } from './UntriedKinds';

/** What deploying the manifests would change, as the cluster itself says. */
export interface ObservedChanges {
  /** The manifests to apply: as given, but for restart marks that are kept. */
  manifests: Manifest[];
  changes: Change[];
  warnings: string[];
  /** What the cluster would not take. */
  refusals: Refusal[];
}

/**
 * Asks the cluster about every object: what is live, and what it would become.
 * What stands already just as the manifest says is not tried.
 */
export async function observeChanges(
  cluster: PlanInput['cluster'],
  manifests: readonly Manifest[],
  options: {
    module: string;
    /** Unless the namespace is present, nothing inside it is there, nor can be tried. */
    there: Pick<TargetState, 'namespace' | 'name' | 'live' | 'inventory'>;
    /** Object key → rule of the gate that refuses it; it is not looked at. */
    refused: ReadonlyMap<string, string>;
    /** The kinds that the release brings; absent: none. */
    definitions?: ObservedDefinitions;
    /** Something runs there already. */
    upgrade: boolean;
    /** `conflicts`: fields are taken from controllers too. */
    leave?: readonly Leave[];
    /** What is known of a change without a trial, once it is known what is live. */
    known?(manifest: Manifest, live?: KubernetesObject): Change | undefined;
    /** Asks why the cluster would not take what cannot be tried in its place; absent: that is not asked. */
    tryElsewhere?(object: KubernetesObject): Promise<string | undefined>;
  },
): Promise<ObservedChanges> {
  const { module, there, refused, upgrade } = options;
  const { definitions = NO_DEFINITIONS } = options;
  const untried = new UntriedKinds(definitions.kinds);
  const observed: ObservedChanges = {
    manifests: [],
    changes: [],
    warnings: [],
    refusals: [],
  };
  const elsewhere = async (manifest: Manifest) => {
    if (isWellFormed(manifest)) return;
    const message = await options.tryElsewhere?.(manifest.object);
    if (message) observed.refusals.push({ kind: 'invalid', message });
  };
  const look = async (manifest: Manifest): Promise<WantedObject> => {
    const ref = objectRef(manifest.object);
    const refusedBy = refused.get(objectKey(ref));
    if (refusedBy) return { manifest, refusedBy };
    if (manifest.hook) {
      // What it left behind goes first, so that it cannot be tried in its place.
      await elsewhere(manifest);
      return { manifest };
    }
    const foreign = definitions.foreign.get(objectKey(ref));
    if (foreign) return { manifest, foreign };
    if (untried.comes(ref)) return { manifest };
    if (there.namespace !== 'present' && ref.namespace !== undefined) {
      await elsewhere(manifest);
      return { manifest };
    }
    const live = isLookedAt(ref, there) ? there.live : await cluster.get(ref);
    const known = options.known?.(manifest, live);
    if (known) return { manifest, live, known };
    const kept = keepRestarts(manifest, live);
    if (live && standsAlready(kept.object, live, OURS)) {
      return { manifest: kept, live, after: live };
    }
    const trial = await dryRun(cluster, kept.object, {
      force: options.leave?.includes('conflicts') ?? false,
      release: manifests,
    });
    observed.warnings.push(...trial.warnings);
    const refusal = trial.refusal && untried.judge(ref, trial.refusal);
    if (refusal) observed.refusals.push(refusal);
    return {
      manifest: kept,
      live,
      after: trial.after,
      takesOver: trial.takesOver,
    };
  };
  // Definitions come first: by them it is known what else can be tried.
  const defining = manifests.findLastIndex(({ object }) =>
    isDefinition(object),
  );
  const wanted = await inLanes(manifests.slice(0, defining + 1), look);
  wanted.forEach(one => untried.learn(one));
  wanted.push(...(await inLanes(manifests.slice(defining + 1), look)));
  observed.warnings.push(...untried.warnings());
  const leftOvers = await inLanes(
    leftOverRefs(manifests, there.inventory),
    async (ref): Promise<LeftOverObject> => ({
      ref,
      live: await cluster.get(ref),
    }),
  );
  observed.manifests = wanted.map(({ manifest }) => manifest);
  observed.changes = changesOf(wanted, leftOvers, { module, upgrade });
  // Lanes finish in any order; the plan's hash must not depend on it.
  observed.warnings.sort();
  observed.refusals.sort((a, b) =>
    a.message < b.message ? -1 : Number(a.message > b.message),
  );
  return observed;
}

const OURS = { fieldManager: FIELD_MANAGER };
/** Kinds of Kubernetes' own among those that are generated inside of a namespace. */
const OWN_KINDS = new Set([
  'ConfigMap',
  'NetworkPolicy',
  'Role',
  'RoleBinding',
  'ServiceAccount',
]);

/** Whether it is the Namespace that has been looked at. */
function isLookedAt(ref: ObjectRef, { name }: Pick<TargetState, 'name'>) {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', name };
  return objectKey(ref) === objectKey(namespace);
}

/**
 * Whether no cluster needs to be asked: made from a valid specification, of a
 * kind that is Kubernetes' own. What the API server takes of these is held
 * against it by `differential.test.ts`; a kind that somebody else defined may
 * be another one in each cluster.
 */
function isWellFormed({ object, source }: Manifest): boolean {
  return source === GENERATED && OWN_KINDS.has(object.kind);
}

function leftOverRefs(
  manifests: readonly Manifest[],
  inventory: Inventory | undefined,
): ObjectRef[] {
  const wanted = new Set(
    manifests.map(({ object }) => objectKey(objectRef(object))),
  );
  return (inventory?.objects ?? []).filter(ref => !wanted.has(objectKey(ref)));
}
