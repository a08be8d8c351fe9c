import {
  Inventory,
  inventoryObject,
  readInventory,
  unionOf,
} from './Inventory';

const ref = (name: string, apiVersion = 'apps/v1') => ({
  apiVersion,
  kind: 'Deployment',
  name,
  namespace: 'ns',
});

const inventory: Inventory = {
  module: 'shop',
  environment: 'dev',
  version: '1.0.0',
  release: 'sha256:1',
  deployment: 'd',
  since: '2026-01-01T00:00:00Z',
  state: 'complete',
  objects: [ref('web')],
};

describe('the inventory', () => {
  it('is read as it was written', () => {
    expect(readInventory(inventoryObject('ns', inventory))).toEqual(inventory);
  });

  it.each([
    ['absent', undefined],
    ['another ConfigMap', { a: '1' }],
    ['damaged', { objects: '[' }],
  ])('is none when it is %s', (_, data) => {
    const object = data && { ...inventoryObject('ns', inventory), data };
    expect(readInventory(object)).toBeUndefined();
  });

  it('never names what lies in another namespace, whoever wrote that it does', () => {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', name: 'ns' };
    const objects = [
      namespace,
      { ...namespace, name: 'other' },
      ref('web'),
      { ...ref('web'), namespace: 'other' },
    ];
    const written = inventoryObject('ns', { ...inventory, objects });
    expect(readInventory(written)?.objects).toEqual([namespace, ref('web')]);
  });

  it('counts an object under two API versions once', () => {
    expect(
      unionOf([ref('web')], [ref('web', 'apps/v1beta1'), ref('api')]),
    ).toEqual([ref('web'), ref('api')]);
  });
});
