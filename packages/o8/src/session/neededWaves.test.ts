import { DependencyTree } from '@orchestr8/backstage-plugin-orchestr8-common';
import { neededWaves } from './neededWaves';

const node = (
  name: string,
  state: DependencyTree['state'],
  children: DependencyTree[] = [],
): DependencyTree => ({ name, state, optional: false, children });

it('puts what does not need each other into one wave', () => {
  const tree = node('shop', 'root', [
    node('redis', 'missing', [node('storage', 'missing')]),
    node('postgresql', 'unsuitable', [node('storage', 'repeated')]),
    node('mail', 'missing'),
  ]);
  expect(neededWaves(tree)).toEqual([
    ['mail', 'storage'],
    ['postgresql', 'redis'],
  ]);
});

it('leaves out what runs, but not what that stands on', () => {
  const tree = node('shop', 'root', [
    node('redis', 'satisfied', [node('storage', 'missing')]),
  ]);
  expect(neededWaves(tree)).toEqual([['storage']]);
});

it('leaves optional ones alone, with all that they need', () => {
  const search = node('search', 'missing', [node('index', 'missing')]);
  expect(
    neededWaves(node('shop', 'root', [{ ...search, optional: true }])),
  ).toEqual([]);
});

it.each([
  ['unknown-module', 'is not in the catalog'],
  ['cycle', 'needs itself'],
] as const)('refuses a dependency that is %s', (state, message) => {
  expect(() =>
    neededWaves(node('shop', 'root', [node('redis', state)])),
  ).toThrow(message);
});
