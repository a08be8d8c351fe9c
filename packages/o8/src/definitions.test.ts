import { parse } from 'yaml';
import { runO8 } from './__testUtils__/runO8';

interface Role {
  metadata: { name: string };
  rules?: { apiGroups: string[]; resources: string[] }[];
}

async function rulesWith(flags: string) {
  const { out, code } = await runO8(
    `cluster prepare --dry-run -o yaml ${flags}`,
  );
  expect(code).toBe(0);
  const { items } = parse(out) as { items: Role[] };
  return items.find(({ metadata }) => metadata.name === 'orchestr8:deployer')!
    .rules!;
}

describe('o8 cluster prepare --also', () => {
  it('gives the deployer further resources, each with its group', async () => {
    const rules = await rulesWith(
      '--also customresourcedefinitions.apiextensions.k8s.io --also *.example.com --also ingresses.networking.k8s.io',
    );
    const resourcesOf = (group: string) =>
      rules.find(({ apiGroups }) => apiGroups.includes(group))?.resources;
    expect(resourcesOf('apiextensions.k8s.io')).toEqual([
      'customresourcedefinitions',
    ]);
    expect(resourcesOf('example.com')).toEqual(['*']);
    expect(resourcesOf('networking.k8s.io')).toContain('networkpolicies');
  });

  it.each(['things', 'Things.example.com', 'things.', '*'])(
    'does not take %s',
    async text => {
      const { code, err } = await runO8(
        `cluster prepare --dry-run -o yaml --also ${text}`,
      );
      expect(code).toBe(2);
      expect(err).toContain('certificates.cert-manager.io');
    },
  );
});

describe('--definitions', () => {
  it.each(['plan', 'deploy'])(
    'of %s is for the environment local: elsewhere the operator gives that leave',
    async verb => {
      const { code, err } = await runO8(
        `module ${verb} my-service --environment dev --definitions`,
      );
      expect(code).toBe(2);
      expect(err).toContain('orchestr8.policy.clusterScopedKinds');
    },
  );
});
