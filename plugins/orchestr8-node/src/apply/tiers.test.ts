import { intoTiers } from './tiers';

const manifest = (kind: string) => ({
  object: { apiVersion: 'v1', kind, metadata: { name: kind } },
  source: 'test',
});

describe('the order of applying', () => {
  it('puts what is needed before what needs it', () => {
    const kinds = [
      'Ingress',
      'Deployment',
      'RoleBinding',
      'Service',
      'Thing',
      'Role',
      'Secret',
      'Namespace',
    ];
    const tiers = intoTiers(kinds.map(manifest));
    expect(tiers.map(tier => tier.map(({ object }) => object.kind))).toEqual([
      ['Namespace'],
      ['Role', 'Secret'],
      ['RoleBinding', 'Service'],
      ['Deployment'],
      ['Ingress', 'Thing'],
    ]);
  });
});
