import {
  Change,
  Leave,
  Manifest,
  objectKey,
  ObjectRef,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PlanInput } from '../EngineTypes';
import { Inventory } from '../apply/Inventory';
import { changesOf, LeftOverObject, WantedObject } from '../plan/changesOf';
import { dryRun } from './dryRun';
import { inLanes } from './inLanes';
import { keepRestarts } from './keepRestarts';
import { tryElsewhere } from './tryElsewhere';

/** What deploying the manifests would change, as the cluster itself says. */
export interface ObservedChanges {
  /** The manifests to apply: as given, but for restart marks that are kept. */
  manifests: Manifest[];
  changes: Change[];
  warnings: string[];
  /** What the cluster would not take. */
  refusals: string[];
}

/** Asks the cluster about every object: what is live, and what it would become. */
export async function observeChanges(
  cluster: PlanInput['cluster'],
  manifests: readonly Manifest[],
  options: {
    module: string;
    /** False: nothing inside the namespace is there, nor can be tried. */
    namespaceExists: boolean;
    inventory?: Inventory;
    /** Object key → rule of the gate that refuses it; it is not looked at. */
    refused: ReadonlyMap<string, string>;
    /** `conflicts`: fields are taken from controllers too. */
    leave?: readonly Leave[];
    /** False: refusals are not asked for, and what cannot be tried in its place is not tried elsewhere. */
    refusals?: boolean;
  },
): Promise<ObservedChanges> {
  const { module, namespaceExists, inventory, refused } = options;
  const { refusals = true } = options;
  const observed: ObservedChanges = {
    manifests: [],
    changes: [],
    warnings: [],
    refusals: [],
  };
  const wanted = await inLanes(
    manifests,
    async (manifest): Promise<WantedObject> => {
      const ref = objectRef(manifest.object);
      const refusedBy = refused.get(objectKey(ref));
      if (refusedBy || manifest.hook) {
        return { manifest, refusedBy };
      }
      if (!namespaceExists && ref.namespace !== undefined) {
        const refusal =
          refusals && (await tryElsewhere(cluster, manifest.object));
        if (refusal) observed.refusals.push(refusal);
        return { manifest };
      }
      const live = await cluster.get(ref);
      const kept = keepRestarts(manifest, live);
      const trial = await dryRun(cluster, kept.object, {
        force: options.leave?.includes('conflicts') ?? false,
      });
      observed.warnings.push(...trial.warnings);
      if (trial.refusal) observed.refusals.push(trial.refusal);
      return {
        manifest: kept,
        live,
        after: trial.after,
        takesOver: trial.takesOver,
      };
    },
  );
  const leftOvers = await inLanes(
    leftOverRefs(manifests, inventory),
    async (ref): Promise<LeftOverObject> => ({
      ref,
      live: await cluster.get(ref),
    }),
  );
  observed.manifests = wanted.map(({ manifest }) => manifest);
  observed.changes = changesOf(wanted, leftOvers, { module });
  // Lanes finish in any order; the plan's hash must not depend on it.
  observed.warnings.sort();
  observed.refusals.sort();
  return observed;
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
