import {
  KubernetesObject,
  Manifest,
  TEST_EVENT,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { connectCluster } from '../adapters/kubernetes/connectCluster';
import { configMap, plannedDeployment } from './__fixtures__/plannedDeployment';
import { discardNamespace } from './discardNamespace';
import { runTests, TestOptions } from './runTests';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const whenPlayground = kubeconfig ? describe : describe.skip;

const ownNamespace = (name: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { 'orchestr8.io/module': name } },
});
const pod = (namespace: string, name: string, tag: string = '1') => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace },
  spec: {
    restartPolicy: 'Never',
    containers: [{ name: 'probe', image: `example/probe:${tag}` }],
  },
});
const job = (namespace: string, name: string, tag: string = '1') => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name, namespace },
  spec: {
    backoffLimit: 0,
    template: { spec: pod(namespace, name, tag).spec },
  },
});
const test = (object: KubernetesObject, weight: number = 0): Manifest => ({
  object,
  source: 'test',
  hook: { events: [TEST_EVENT], weight },
});

whenPlayground('runTests (needs O8_TEST_KUBECONFIG)', () => {
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  const made: string[] = [];
  const newNamespace = async () => {
    const name = `o8-test-${Date.now().toString(36)}-${made.length}`;
    made.push(name);
    await cluster.apply(ownNamespace(name));
    return name;
  };
  const run = async (
    namespace: string,
    hooks: Manifest[],
    options: Partial<TestOptions> = {},
  ) =>
    runTests(plannedDeployment(namespace, [], { hooks }), {
      cluster,
      timeoutMs: 60_000,
      signal: new AbortController().signal,
      ...options,
    });

  afterAll(async () => {
    const options = { signal: AbortSignal.timeout(60_000) };
    await Promise.all(
      made.map(name =>
        discardNamespace(cluster, { name, module: name }, options),
      ),
    );
    await cluster.close();
  }, 90_000);

  it('runs Pods and Jobs to their end, by weight, and goes on after one that failed', async () => {
    const ns = await newNamespace();
    const results = await run(ns, [
      test(job(ns, 'last'), 2),
      test(pod(ns, 'breaks', 'crash'), 1),
      test(pod(ns, 'first')),
      test(configMap(ns, 'stands-by'), -1),
    ]);
    expect(
      results.map(({ object, outcome }) => `${object.name} ${outcome}`),
    ).toEqual(['first passed', 'breaks failed', 'last passed']);
    expect(results[1].message).toContain('exit code 1');
    expect(results[1].log.join('\n')).toContain('exiting');
    expect(
      await cluster.get({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        name: 'stands-by',
        namespace: ns,
      }),
    ).toBeDefined();
  }, 90_000);

  it('says of a test that cannot end why, without waiting for the time to be up', async () => {
    const ns = await newNamespace();
    const [pulls, refused] = await run(ns, [
      test(pod(ns, 'pulls', 'missing')),
      test({ ...pod(ns, 'refused'), spec: { containers: [] } }, 1),
    ]);
    expect(pulls).toMatchObject({ outcome: 'failed' });
    expect(pulls.message).toMatch(/image/i);
    expect(refused.message).toContain('It could not be applied');
  }, 90_000);

  it('ends a test that goes on when the time is up', async () => {
    const ns = await newNamespace();
    const serves = pod(ns, 'serves');
    const [result] = await run(
      ns,
      [test({ ...serves, spec: { ...serves.spec, restartPolicy: 'Always' } })],
      { timeoutMs: 3_000 },
    );
    expect(result).toMatchObject({
      outcome: 'timed-out',
      message: expect.stringContaining('did not end in time'),
    });
  }, 60_000);

  it('is left at once when it is interrupted', async () => {
    const ns = await newNamespace();
    const interruption = new AbortController();
    const running = run(ns, [test(pod(ns, 'runs'))], {
      signal: interruption.signal,
      onProgress: () => interruption.abort(new Error('enough')),
    });
    await expect(running).rejects.toThrow('enough');
  }, 60_000);
});

whenPlayground('discardNamespace (needs O8_TEST_KUBECONFIG)', () => {
  const cluster = connectCluster({ name: 'test', kubeconfig: kubeconfig! });
  afterAll(() => cluster.close());
  const options = () => ({ signal: AbortSignal.timeout(60_000) });

  it('waits until the namespace is gone, and is content with one that never was', async () => {
    const name = `o8-discard-${Date.now().toString(36)}`;
    const ref = { apiVersion: 'v1', kind: 'Namespace', name };
    await cluster.apply(ownNamespace(name));
    await cluster.apply(configMap(name, 'a'));
    await discardNamespace(cluster, { name, module: name }, options());
    expect(await cluster.get(ref)).toBeUndefined();
    await discardNamespace(cluster, { name, module: name }, options());
  }, 90_000);

  it('leaves alone what is not of the module', async () => {
    await expect(
      discardNamespace(cluster, { name: 'default', module: 'x' }, options()),
    ).rejects.toThrow('left alone');
  });
});
