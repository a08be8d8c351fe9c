import { Manifest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { applyDefinitions } from './applyDefinitions';
import {
  applyManifests,
  manifestsToApply,
  ownedManifests,
} from './applyManifests';
import { isDefinition } from '../adapters/definedKinds';
import { ensureNamespace } from './ensureNamespace';
import { Execution } from './Execution';
import { enterFence } from './fence/enterFence';
import { FencedOff } from './fence/raiseFence';
import { Inventory } from './Inventory';
import {
  announceInventory,
  closeInventory,
  currentInventory,
  recordInventory,
} from './keepInventory';
import { doomedObjects, pruneObjects } from './pruneObjects';
import { hooksAt, runHooks } from './runHooks';
import { waitUntilGone } from './waitUntilGone';
import { isWaitedFor } from './isWaitedFor';
import { refuseIfRefused } from './refuseIfRefused';
import { tierOf } from './tiers';
import { refsOf, waitUntilHealthy } from './waitUntilHealthy';

/**
 * The steps of one deployment, from looking to recording. Answers what came of
 * it in a sentence; `onBegun` is called before the first write.
 */
export async function carryOut(
  execution: Execution,
  onBegun: () => void,
): Promise<string> {
  const { planned, progress, live } = execution;
  const { plan } = planned;

  await progress.start('plan', 'Looking at what is there');
  refuseIfRefused(execution);
  const [inventory] = await Promise.all([
    currentInventory(execution),
    live.settled(),
  ]);
  refuseIfOvertaken(execution, inventory);
  const owned = ownedManifests(execution);
  const doomed = doomedObjects(execution, inventory);
  const takenUp = inventory?.deployment === execution.deployment;
  const manifests = takenUp ? owned : manifestsToApply(execution);
  const hooks = [...hooksAt(execution, 'pre'), ...hooksAt(execution, 'post')];
  const recorded =
    inventory?.state === 'complete' &&
    inventory.release === plan.release &&
    inventory.version === plan.version;
  const idle =
    recorded && manifests.length + doomed.length + hooks.length === 0;
  await progress.end(
    'plan',
    'succeeded',
    idle ? 'Nothing to change' : `${manifests.length} objects`,
  );

  if (!idle) {
    onBegun();
    await beginWriting(execution, { manifests, owned, inventory });
  }
  const definitions = manifests.filter(({ object }) => isDefinition(object));
  const inside = manifests.filter(
    ({ object }) => !isNamespace(object) && !isDefinition(object),
  );
  const hasPreHooks = hooksAt(execution, 'pre').length > 0;
  const ground = hasPreHooks ? inside.filter(isGround) : [];
  await progress.start('apply', 'Applying');
  await applyDefinitions(execution, definitions);
  await applyManifests(execution, ground);
  await runPreHooks(execution);
  await applyManifests(
    execution,
    inside.filter(manifest => !ground.includes(manifest)),
  );
  await progress.end('apply', 'succeeded', `${manifests.length} applied`);

  await progress.start('wait', 'Waiting until all is healthy');
  await waitUntilHealthy(
    execution,
    refsOf(owned.filter(({ object }) => isWaitedFor(object))),
  );
  await progress.end('wait', 'succeeded', 'All is healthy');
  await runPostHooks(execution);

  if (plan.kind === 'delete') {
    await takeAway(execution, inventory);
    return `${plan.module} is gone from ${plan.environment}`;
  }
  await progress.start('prune', 'Deleting what is not in the release any more');
  const pruned = await pruneObjects(execution, doomed);
  await progress.end('prune', 'succeeded', `${pruned.length} deleted`);
  if (idle) {
    await progress.mayWrite();
    await progress.end('record', 'skipped', 'The inventory is exact already');
  } else {
    await progress.start('record', 'Writing the inventory');
    await progress.mayWrite();
    await recordInventory(execution, inventory, owned);
    await progress.end('record', 'succeeded', 'The inventory is exact');
  }
  return `${plan.module} ${plan.version} runs in ${plan.environment}`;
}

/** Shuts earlier runs out and says what is coming, before anything of it is written. */
async function beginWriting(
  execution: Execution,
  what: {
    manifests: readonly Manifest[];
    owned: readonly Manifest[];
    inventory: Inventory | undefined;
  },
): Promise<void> {
  await execution.progress.start('apply', 'Applying');
  await execution.progress.mayWrite();
  for (const namespace of what.manifests.filter(({ object }) =>
    isNamespace(object),
  )) {
    await ensureNamespace(execution, namespace);
  }
  await enterFence(execution);
  await announceInventory(execution, what.inventory, what.owned);
}

async function runPreHooks(execution: Execution): Promise<void> {
  const { progress } = execution;
  const pre = hooksAt(execution, 'pre');
  const post = hooksAt(execution, 'post');
  await runHooks(execution, pre);
  if (pre.length + post.length === 0) {
    await progress.end('hooks', 'skipped', 'No hooks');
  } else if (post.length === 0) {
    await progress.end('hooks', 'succeeded', `${pre.length} hooks ran`);
  } else if (pre.length > 0) {
    await progress.pause(
      'hooks',
      `${pre.length} of ${pre.length + post.length} hooks ran`,
    );
  }
}

async function runPostHooks(execution: Execution): Promise<void> {
  const post = hooksAt(execution, 'post');
  if (post.length === 0) return;
  await runHooks(execution, post);
  const count = hooksAt(execution, 'pre').length + post.length;
  await execution.progress.end('hooks', 'succeeded', `${count} hooks ran`);
}

/** The namespace goes last: the inventory in it tells a run that comes after a crash what is left to do. */
async function takeAway(
  execution: Execution,
  inventory: Inventory | undefined,
): Promise<void> {
  const { progress } = execution;
  const doomed = doomedObjects(execution, inventory);
  const inside = doomed.filter(({ kind }) => kind !== 'Namespace');
  const around = doomed.filter(({ kind }) => kind === 'Namespace');
  await progress.start('prune', 'Deleting');
  const gone = await pruneObjects(execution, inside);
  await waitUntilGone(execution, gone);
  if (around.length === 0) {
    await progress.end('prune', 'succeeded', `${gone.length} deleted`);
    await progress.start('record', 'Closing the inventory');
    await progress.mayWrite();
    await closeInventory(execution, inventory);
    await progress.end('record', 'succeeded', 'The inventory is closed');
    return;
  }
  const namespaces = await pruneObjects(execution, around);
  await waitUntilGone(execution, around);
  const count = gone.length + namespaces.length;
  await progress.end('prune', 'succeeded', `${count} deleted`);
  await progress.end('record', 'skipped', 'It went with the namespace');
}

/**
 * What the chart takes as given, its hooks too: the module's identity, rights,
 * secrets and network. What the chart itself brings comes after its hooks, as
 * with Helm.
 */
function isGround({ object, source }: Manifest): boolean {
  const isOfChart = source !== 'generated' && !source.startsWith('config/');
  return !isOfChart && tierOf(object.kind) <= tierOf('RoleBinding');
}

function isNamespace({ apiVersion, kind }: Manifest['object']): boolean {
  return kind === 'Namespace' && apiVersion === 'v1';
}

/** Where nothing fences, this look is all that keeps an old run from going on. */
function refuseIfOvertaken(
  { epoch }: Execution,
  inventory: Inventory | undefined,
): void {
  if (epoch === undefined || (inventory?.epoch ?? 0) <= epoch) return;
  throw new FencedOff(
    epoch,
    new Error(`the inventory is of epoch ${inventory!.epoch}`),
  );
}
