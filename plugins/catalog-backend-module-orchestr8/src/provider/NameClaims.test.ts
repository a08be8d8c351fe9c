import { NameClaims } from './NameClaims';

const A = { id: 'a', description: 'the folder "/a"' };
const B = { id: 'b', description: 'the repository "b"' };
const has = (...names: string[]) =>
  new Map(names.map(name => [name, `/${name}/o8-module.yaml`]));

describe('the names that sources claim', () => {
  it('are told to whoever claims one too, and never to oneself', () => {
    const claims = new NameClaims();
    claims.set(A, has('shop', 'cart'));
    claims.set(B, has('shop'));
    expect(claims.besides('a', 'shop')).toEqual([
      { source: B.description, path: '/shop/o8-module.yaml' },
    ]);
    expect(claims.besides('b', 'shop')).toEqual([
      { source: A.description, path: '/shop/o8-module.yaml' },
    ]);
    expect(claims.besides('a', 'cart')).toEqual([]);
  });

  it('are heard of when another takes or leaves one, and not otherwise', () => {
    const claims = new NameClaims();
    const heard: string[] = [];
    claims.listen('a', () => heard.push('a'));
    claims.listen('b', () => heard.push('b'));
    claims.set(A, has('shop', 'cart'));
    expect(heard).toEqual([]);
    claims.set(B, has('shop', 'pay'));
    expect(heard).toEqual(['a']);
    claims.set(A, has('shop', 'cart'));
    claims.set(B, has('shop', 'pay', 'mail'));
    expect(heard).toEqual(['a']);
    claims.set(A, has('cart'));
    expect(heard).toEqual(['a', 'b']);
    expect(claims.besides('b', 'shop')).toEqual([]);
  });
});
