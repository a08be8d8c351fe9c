import { Entity } from '@backstage/catalog-model';
import { HandWritten } from './HandWritten';

const SHOP = 'component:default/shop';
const component = (file: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    annotations: {
      'backstage.io/managed-by-location': `file:/modules/shop/${file}`,
    },
  },
});
const byHand = component('catalog-info.yaml');
const ofModule = component('o8-module.yaml');

describe('the Components in the way of those of modules', () => {
  it('are those from files of their own', () => {
    const known = new HandWritten();
    expect(known.ask(SHOP, false)).toBe(false);
    expect(known.learn(ofModule)).toEqual([]);
    expect(known.ask(SHOP, false)).toBe(false);
    expect(known.learn(byHand)).toEqual([SHOP]);
    expect(known.learn(byHand)).toEqual([]);
    expect(known.ask(SHOP, false)).toBe(true);
  });

  it('are no news where no module has asked, and are not looked for', () => {
    const known = new HandWritten();
    expect(known.learn(byHand)).toEqual([]);
    expect(known.inTheWay()).toEqual([]);
    expect(known.ask(SHOP, false)).toBe(true);
    expect(known.inTheWay()).toEqual([SHOP]);
  });

  it('are remembered over a restart until a read does not find them', () => {
    const known = new HandWritten();
    expect(known.ask(SHOP, true)).toBe(true);
    expect(known.replace([SHOP], [byHand])).toEqual([]);
    expect(known.replace([SHOP], [undefined])).toEqual([SHOP]);
    expect(known.ask(SHOP, true)).toBe(false);
  });

  it('are gone when the one of the module stands in the place', () => {
    const known = new HandWritten();
    known.ask(SHOP, true);
    expect(known.replace([SHOP], [ofModule])).toEqual([SHOP]);
    known.learn(byHand);
    expect(known.learn(ofModule)).toEqual([SHOP]);
  });
});
