export { executePlan } from './executePlan';
export {
  INVENTORY_NAME,
  inventoryObject,
  inventoryRef,
  readInventory,
  type Inventory,
} from './Inventory';
