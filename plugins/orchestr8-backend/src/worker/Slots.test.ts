import { Slots } from './Slots';

/** Takes slots for a cluster until it gets no more. */
function fill(slots: Slots, cluster: string): number {
  let taken = 0;
  while (slots.any && !slots.full.includes(cluster)) {
    slots.take(cluster);
    taken += 1;
  }
  return taken;
}

describe('the slots of a worker', () => {
  it('are bounded for each cluster', () => {
    const slots = new Slots({ total: 40, perCluster: 10 });
    expect(fill(slots, 'a')).toBe(10);
    expect(slots.any).toBe(true);
    expect(slots.full).toEqual(['a']);
  });

  it('are never all of one cluster, whatever the bounds', () => {
    const slots = new Slots({ total: 4, perCluster: 10 });
    expect(fill(slots, 'hangs')).toBe(2);
    expect(fill(slots, 'lives')).toBe(1);
  });

  it('are left for others by as many clusters as hang', () => {
    const slots = new Slots({ total: 40, perCluster: 10 });
    const hanging = ['a', 'b', 'c', 'd', 'e'].map(name => fill(slots, name));
    expect(hanging).toEqual([10, 10, 10, 5, 3]);
    expect(fill(slots, 'lives')).toBeGreaterThan(0);
  });

  it('come back', () => {
    const slots = new Slots({ total: 2, perCluster: 1 });
    const giveBack = slots.take('a');
    expect(slots.full).toEqual(['a']);
    giveBack();
    expect(slots.full).toEqual([]);
  });

  it('serve one cluster where there is but one', () => {
    const slots = new Slots({ total: 1, perCluster: 1 });
    expect(fill(slots, 'a')).toBe(1);
    expect(slots.any).toBe(false);
  });
});
