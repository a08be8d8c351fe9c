export { executePlan } from './executePlan';
export { runTests, type TestOptions, type TestResult } from './runTests';
export { discardNamespace, type DiscardedNamespace } from './discardNamespace';
export {
  INVENTORY_NAME,
  inventoryObject,
  inventoryRef,
  readInventory,
  type Inventory,
} from './Inventory';
export { fenceOf, forgetFence, type Fence } from './fence/fenceOf';
export { FENCE_NAME } from './fence/fenceObjects';
export { FencedOff } from './fence/raiseFence';
export {
  clusterPreparation,
  DEFAULT_ACCOUNT,
  prepareCluster,
} from './fence/prepareCluster';
export {
  planPreparation,
  RightsMissing,
  type PreparationStep,
} from './fence/planPreparation';
export { FenceNotEnforced, proveFence } from './fence/proveFence';
export {
  moduleRights,
  prepareModule,
  type ModuleDeployer,
} from './fence/moduleRights';
export type { DeployerAccount } from './fence/deployerRights';
