import {
  KubernetesObject,
  Manifest,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { connectCluster } from '../adapters/kubernetes/connectCluster';
import { configMap, plannedDeployment } from './__fixtures__/plannedDeployment';
import { executePlan } from './executePlan';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

jest.setTimeout(90_000);

whenPlayground('hooks (need O8_TEST_KUBECONFIG)', () => {
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const run = Date.now().toString(36);
  const namespaces: string[] = [];
  let ns: string;

  beforeEach(() => {
    ns = `o8-hooks-${run}-${namespaces.length}`;
    namespaces.push(ns);
  });
  afterAll(async () => {
    for (const name of namespaces) {
      await cluster.delete({ apiVersion: 'v1', kind: 'Namespace', name });
    }
    await cluster.close();
  });

  const hook = (
    name: string,
    events: string[],
    more: { weight?: number; image?: string; policy?: string } = {},
  ): Manifest => ({
    source: 'charts/templates/hooks.yaml',
    hook: { events, weight: more.weight ?? 0 },
    object: {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: {
        name,
        namespace: ns,
        annotations: more.policy
          ? { 'helm.sh/hook-delete-policy': more.policy }
          : {},
      },
      spec: {
        backoffLimit: 0,
        template: {
          spec: {
            restartPolicy: 'Never',
            containers: [{ name: 'j', image: more.image ?? 'example/job:1' }],
          },
        },
      },
    },
  });
  const deploy = (
    id: string,
    hooks: Manifest[],
    options: { upgrade?: boolean } = {},
  ) =>
    executePlan(
      plannedDeployment(ns, [configMap(ns, 'of-chart')], { hooks, ...options }),
      {
        deployment: { id },
        cluster,
        timeoutMs: 60_000,
        signal: new AbortController().signal,
        onProgress: async () => {},
      },
    );
  const live = (object: KubernetesObject) => cluster.get(objectRef(object));

  it('run by weight, each once the one before is complete, and before what the chart brings', async () => {
    const [second, first] = [
      hook('a', ['pre-install'], { weight: 5 }),
      hook('b', ['pre-install'], { weight: -5 }),
    ];
    const outcome = await deploy('d-1', [second, first]);
    expect(outcome).toMatchObject({ state: 'succeeded' });
    const [one, two, chart] = await Promise.all(
      [first.object, second.object, configMap(ns, 'of-chart')].map(live),
    );
    const order = [
      one?.status.completionTime,
      two?.metadata.creationTimestamp,
      two?.status.completionTime,
      chart?.metadata.creationTimestamp,
    ];
    expect(order.every(Boolean)).toBe(true);
    expect([...order].sort()).toEqual(order);
  });

  it('stop a deployment when one fails: nothing of the chart, and no later hook', async () => {
    const failing = hook('a', ['pre-install'], { image: 'example/job:crash' });
    const later = hook('b', ['pre-install'], { weight: 1 });
    expect(await deploy('d-1', [failing, later])).toMatchObject({
      state: 'failed',
      failure: { cause: 'job-failed', object: { kind: 'Job', name: 'a' } },
    });
    expect(await live(later.object)).toBeUndefined();
    expect(await live(configMap(ns, 'of-chart'))).toBeUndefined();
  });

  it('after a rollout that fails are not run, and not called failed', async () => {
    const { object: ill } = hook('ill', [], { image: 'example/job:crash' });
    ill.metadata.annotations = {};
    const hooks = [hook('a', ['pre-install']), hook('b', ['post-install'])];
    const outcome = await executePlan(plannedDeployment(ns, [ill], { hooks }), {
      deployment: { id: 'd-1' },
      cluster,
      timeoutMs: 60_000,
      signal: new AbortController().signal,
      onProgress: async () => {},
    });
    expect(outcome.failure?.cause).toBe('job-failed');
    const { steps } = outcome;
    expect(steps.find(({ name }) => name === 'hooks')).toMatchObject({
      state: 'skipped',
      message: '1 of 2 hooks ran; the rest was not run',
    });
    expect(steps.find(({ name }) => name === 'wait')?.state).toBe('failed');
    expect(await live(hooks[1].object)).toBeUndefined();
  });

  it('run anew with each deployment, and once in each, however often it is taken up', async () => {
    const hooks = () => [hook('migrate', ['pre-install', 'pre-upgrade'])];
    const ofRun = async (id: string, upgrade: boolean) => {
      const outcome = await deploy(id, hooks(), { upgrade });
      expect(outcome).toMatchObject({ state: 'succeeded' });
      return (await live(hooks()[0].object))?.metadata.uid;
    };
    const first = await ofRun('d-1', false);
    const next = await ofRun('d-2', true);
    expect(next).not.toBe(first);
    expect(await ofRun('d-2', true)).toBe(next);
  });

  it('go when they have succeeded, where the chart says so', async () => {
    const policy = 'before-hook-creation,hook-succeeded';
    const tidy = hook('tidy', ['post-install'], { policy });
    expect(await deploy('d-1', [tidy])).toMatchObject({ state: 'succeeded' });
    expect(await live(tidy.object)).toBeUndefined();
  });
});
