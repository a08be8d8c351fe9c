import { DependencyTree } from '@orchestr8/backstage-plugin-orchestr8-common';
import fc from 'fast-check';
import { allOf, Element, readXml } from '../../__testUtils__/readXml';
import { drawSvg } from './drawSvg';

const leaf = (
  name: string,
  parts: Partial<DependencyTree> = {},
): DependencyTree => ({
  name,
  optional: false,
  state: 'satisfied',
  children: [],
  ...parts,
});
const root = (...children: DependencyTree[]): DependencyTree =>
  leaf('my-service', { state: 'root', version: '1.0.0', children });

const classesOf = ({ attributes }: Element) =>
  (attributes.class ?? '').split(' ');
/** The elements of a class. */
const find = (image: Element, name: string) =>
  allOf(image).filter(element => classesOf(element).includes(name));
/** What is written in groups of a class. */
const textsIn = (image: Element, name: string) =>
  find(image, name)
    .flatMap(group => group.children)
    .filter(({ tag }) => tag === 'text')
    .map(({ text }) => text);
const namesOf = (image: Element) => find(image, 'name').map(({ text }) => text);

describe('drawSvg', () => {
  it('draws each module once, and each dependency', () => {
    const storage = leaf('storage', { range: '^1.0', deployed: '1.2.0' });
    const image = readXml(
      drawSvg(
        root(
          leaf('postgresql', { children: [storage] }),
          leaf('redis', { children: [{ ...storage, state: 'repeated' }] }),
        ),
      ),
    );
    expect(namesOf(image)).toEqual([
      'my-service',
      'postgresql',
      'storage',
      'redis',
    ]);
    expect(find(image, 'line')).toHaveLength(4);
    expect(textsIn(image, 'fine')).toContain('^1.0');
  });

  it.each<[string, Partial<DependencyTree>, string, string]>([
    ['missing', { state: 'missing' }, 'wrong', '✗ missing'],
    [
      'missing and optional',
      { state: 'missing', optional: true },
      'doubtful',
      '✗ missing',
    ],
    [
      'unsuitable',
      { state: 'unsuitable', range: '^6.0', deployed: '5.4.1' },
      'wrong',
      '✗ unsuitable',
    ],
    ['unknown', { state: 'unknown-module' }, 'wrong', '? unknown'],
  ])('marks what is %s by colour and by word', (_, parts, kind, word) => {
    const image = readXml(drawSvg(root(leaf('redis', parts))));
    expect(textsIn(image, kind)).toEqual(
      expect.arrayContaining(['redis', word]),
    );
    const [line] = allOf(image).filter(({ children }) =>
      children.some(child => classesOf(child).includes('line')),
    );
    expect(classesOf(line)).toContain(kind);
    expect(classesOf(line).includes('optional')).toBe(parts.optional === true);
  });

  it('marks a cycle at the dependency that closes it', () => {
    const back = leaf('my-service', {
      state: 'cycle',
      message: 'Cycle: my-service → redis → my-service',
    });
    const image = readXml(drawSvg(root(leaf('redis', { children: [back] }))));
    expect(textsIn(image, 'wrong')).toEqual(['↻ cycle']);
    const titles = find(image, 'wrong').flatMap(({ children }) =>
      children.filter(({ tag }) => tag === 'title'),
    );
    expect(titles.map(({ text }) => text)).toEqual([back.message]);
    expect(textsIn(image, 'root')).toEqual(['my-service', '1.0.0']);
  });

  it('says in words what it shows', () => {
    const image = readXml(drawSvg(root(leaf('redis', { state: 'missing' }))));
    const { role, 'aria-labelledby': by } = image.attributes;
    expect(role).toBe('img');
    const described = by.split(' ').map(id => {
      const found = allOf(image).find(({ attributes }) => attributes.id === id);
      return found?.text;
    });
    expect(described).toEqual([
      'Dependencies of my-service',
      'my-service [1.0.0]\n└─ redis  ✗ missing',
    ]);
  });

  it('is the same bytes for the same tree, and whole XML whatever is in it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    const state = fc.constantFrom<DependencyTree['state']>(
      'satisfied',
      'missing',
      'unsuitable',
      'unknown-module',
      'cycle',
      'repeated',
    );
    const above = (below: fc.Arbitrary<DependencyTree[]>) =>
      fc.record({
        name: fc.oneof(fc.constantFrom('a', 'b', '<&"\'>', '__proto__'), text),
        range: fc.option(text, { nil: undefined }),
        message: fc.option(text, { nil: undefined }),
        deployed: fc.option(text, { nil: undefined }),
        optional: fc.boolean(),
        state,
        children: below,
      });
    const some = { maxLength: 3 };
    const leaves = fc.array(above(fc.constant([])), some);
    const tree = above(fc.array(above(leaves), some));
    fc.assert(
      fc.property(tree, one => {
        const svg = drawSvg(one);
        readXml(svg);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        expect(drawSvg(structuredClone(one))).toBe(svg);
      }),
      { numRuns: 60 },
    );
  });
});
