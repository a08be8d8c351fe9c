import {
  MODULE_LABEL,
  objectKey,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterReader, ResourceKind } from '../adapters/Cluster';
import { StandingKind } from '../policy/PolicyContext';
import { DefinedKind, isDefinition, isOf } from '../adapters/definedKinds';
import { RenderedRelease } from '../render/RenderedRelease';

/** The definitions of kinds that a release brings, and how they stand in the cluster. */
export interface ObservedDefinitions {
  kinds: StandingKind[];
  /** Object key of a definition that is not the module's to change → why. */
  foreign: ReadonlyMap<string, string>;
}

/** Of a release that defines no kinds. */
export const NO_DEFINITIONS: ObservedDefinitions = {
  kinds: [],
  foreign: new Map(),
};

/**
 * Looks at the definitions that are there already. One that the module did not
 * bring is left as it is, as with Helm: others rely on it. Without leave for
 * definitions nothing is looked at.
 *
 * @throws ClusterError when the cluster cannot be asked.
 */
export async function observeDefinitions(
  cluster: Pick<ClusterReader, 'get' | 'capabilities'>,
  { manifests, defines }: Pick<RenderedRelease, 'manifests' | 'defines'>,
  options: {
    module: string;
    /** Modules may bring definitions here. */
    leave: boolean;
  },
): Promise<ObservedDefinitions> {
  const definitions = manifests.filter(({ object }) => isDefinition(object));
  if (definitions.length === 0) return NO_DEFINITIONS;
  const { module, leave } = options;
  const served = await servedKinds(cluster, defines);
  const foreign = new Map<string, string>();
  const names = new Set<string>();
  for (const { object } of leave ? definitions : []) {
    const ref = objectRef(object);
    const live = await cluster.get(ref);
    const owner = live?.metadata.labels?.[MODULE_LABEL];
    if (!live || owner === module) continue;
    names.add(ref.name);
    foreign.set(objectKey(ref), whyForeign(owner));
  }
  const standingOf = (kind: StandingKind['definition']) => {
    if (!leave) return 'needs-leave';
    return names.has(kind) ? 'foreign' : 'comes';
  };
  return {
    kinds: defines.map(kind => ({
      ...kind,
      standing: served.some(each => isOf(each, kind))
        ? 'served'
        : standingOf(kind.definition),
    })),
    foreign,
  };
}

/** What the cluster serves; asked anew where it seems not to know a kind, which somebody may just have brought. */
async function servedKinds(
  cluster: Pick<ClusterReader, 'capabilities'>,
  defines: readonly DefinedKind[],
): Promise<readonly ResourceKind[]> {
  const { kinds } = await cluster.capabilities();
  const known = defines.every(kind => kinds.some(each => isOf(each, kind)));
  return known ? kinds : (await cluster.capabilities({ fresh: true })).kinds;
}

function whyForeign(owner: string | undefined): string {
  return owner === undefined
    ? 'kept: it was there before, and not of this module'
    : `kept: it is of the module "${owner}"`;
}
