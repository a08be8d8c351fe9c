import { renderedRelease } from '../__fixtures__/renderedRelease';

describe('hooks of a release', () => {
  const job = (events: string, weight = '0') =>
    `apiVersion: batch/v1\nkind: Job\nmetadata: { name: x, annotations: { helm.sh/hook: "${events}", helm.sh/hook-weight: "${weight}" } }\n`;

  it.each([
    ['pre-install', false, true],
    ['pre-install', true, false],
    ['pre-install,pre-upgrade', true, true],
    ['post-upgrade', true, true],
    ['post-upgrade', false, false],
  ])(
    '%s with upgrade %s: is it part of the deployment? %s',
    async (events, upgrade, due) => {
      const { manifests } = await renderedRelease(
        { 'a.yaml': job(events, '5') },
        { target: { upgrade } },
      );
      expect(manifests.find(({ hook }) => hook)?.hook).toEqual(
        due ? { events: events.split(','), weight: 5 } : undefined,
      );
    },
  );

  it('leaves tests to those who ask for them, and completes them as it does the rest', async () => {
    const chart = { 'a.yaml': job('test-success', '5') };
    const { manifests: deployed } = await renderedRelease(chart);
    expect(deployed.some(({ object }) => object.kind === 'Job')).toBe(false);
    const { manifests: tested } = await renderedRelease(chart, {
      target: { tests: true },
    });
    const test = tested.find(({ object }) => object.kind === 'Job');
    expect(test?.hook).toEqual({ events: ['test'], weight: 5 });
    expect(test?.object.metadata.labels).toHaveProperty([
      'orchestr8.io/module',
    ]);
  });
});
