import vectors from './__fixtures__/quantities.json';
import { compareQuantities, parseQuantity } from './parseQuantity';

/** Made by Kubernetes' own `resource.ParseQuantity`, see `makeVectors.go`. */
const VECTORS = vectors as { text: string; nanos?: string }[];

describe('parseQuantity', () => {
  it('reads everything as Kubernetes does', () => {
    const differing = VECTORS.filter(
      ({ text, nanos }) => parseQuantity(text)?.nanos.toString() !== nanos,
    ).map(({ text, nanos }) => ({
      text,
      kubernetes: nanos,
      ours: parseQuantity(text)?.nanos.toString(),
    }));
    expect(differing).toEqual([]);
    expect(VECTORS.length).toBeGreaterThanOrEqual(1_000);
  });

  it('refuses texts that are longer than any quantity', () => {
    expect(parseQuantity('1'.repeat(1_000_000))).toBeUndefined();
  });
});

describe('compareQuantities', () => {
  it.each([
    ['100m', '0.1', 0],
    ['1Gi', '1G', 1],
    ['1024Mi', '1Gi', 0],
    ['500m', '1', -1],
    ['1e3', '1k', 0],
    ['-1', '0', -1],
  ])('%s and %s', (a, b, order) => {
    expect(compareQuantities(parseQuantity(a)!, parseQuantity(b)!)).toBe(order);
  });
});
