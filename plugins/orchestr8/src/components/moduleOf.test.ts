import { Entity } from '@backstage/catalog-model';
import { isOrchestr8Available, moduleOf } from './moduleOf';

const entity = (parts: Partial<Entity>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop-web', namespace: 'default' },
  ...parts,
});

describe('moduleOf', () => {
  it('takes a Module for itself', () => {
    expect(
      moduleOf(entity({ apiVersion: 'orchestr8.io/v1', kind: 'Module' })),
    ).toEqual({ name: 'shop-web', entityRef: 'module:default/shop-web' });
  });

  it('takes what the annotation of any other entity names', () => {
    const annotations = { 'orchestr8.io/module': 'shop' };
    expect(
      moduleOf(
        entity({ metadata: { name: 'x', namespace: 'eu', annotations } }),
      ),
    ).toEqual({ name: 'shop', entityRef: 'module:eu/shop' });
  });

  it.each([entity({}), entity({ kind: 'Module', apiVersion: 'other.io/v1' })])(
    'has nothing to say about others',
    other => {
      expect(isOrchestr8Available(other)).toBe(false);
    },
  );
});
