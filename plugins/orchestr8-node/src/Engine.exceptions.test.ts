import { PlanBench } from './__fixtures__/PlanBench';

const parts = PlanBench.parts();
const describeWithBoth = parts ? describe : describe.skip;

/** A pod that the standard `restricted` refuses, and `baseline` too. */
const ON_THE_HOST = {
  'charts/templates/agent.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: agent }
spec:
  selector: { matchLabels: { app: agent } }
  template:
    metadata: { labels: { app: agent } }
    spec:
      hostNetwork: true
      containers: [{ name: agent, image: 'registry.local/agent:1.0.0' }]
`,
};
const EXPIRES = '2026-02-01T00:00:00.000Z';

describeWithBoth(
  'an exception of the operator (needs O8_RENDERER, O8_TEST_KUBECONFIG)',
  () => {
    let bench: PlanBench;
    beforeAll(() => {
      bench = new PlanBench(parts!, {
        policyExceptions: [
          {
            rule: 'pod-security-restricted',
            module: 'my-service',
            environment: 'dev',
            reason: 'the agent watches the host',
            expires: EXPIRES,
          },
        ],
      });
    });
    afterAll(() => bench.close());

    const enforced = async (namespace: string) => {
      const ref = { apiVersion: 'v1', kind: 'Namespace', name: namespace };
      const labels = (await bench.cluster.get(ref))?.metadata.labels;
      return labels?.['pod-security.kubernetes.io/enforce'];
    };

    it('lets the pods in that it allows, and stays visible', async () => {
      const planned = await bench.plan('exception', ON_THE_HOST);
      expect(planned.plan.refusals).toEqual([]);
      expect(planned.plan.findings).toMatchObject([
        {
          rule: 'pod-security-restricted',
          object: { name: 'agent' },
          allowed: { reason: 'the agent watches the host', expires: EXPIRES },
        },
      ]);
      expect(await bench.execute(planned)).toMatchObject({
        state: 'succeeded',
      });
      expect(await enforced(planned.plan.namespace)).toBe('privileged');
    }, 60_000);

    it('is over at its end: the pods are refused, and the namespace enforces again', async () => {
      const now = EXPIRES;
      const refused = await bench.plan('over', ON_THE_HOST, { now });
      expect(refused.plan.refusals).toMatchObject([{ kind: 'policy' }]);
      expect(refused.plan.findings[0].remedy).toContain(`ended on ${EXPIRES}`);

      await bench.execute(await bench.plan('over', ON_THE_HOST));
      const after = await bench.plan('over', {}, { now });
      expect(await bench.execute(after, 'd-2')).toMatchObject({
        state: 'succeeded',
      });
      expect(await enforced(after.plan.namespace)).toBe('restricted');
    }, 90_000);
  },
);
