import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  KubernetesObject,
  PodSecurityStandard,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { parse } from 'yaml';
import { myModule } from '../__fixtures__/myModule';
import { connectCluster } from '../adapters';
import { dryRun } from '../engine/dryRun';
import { judgePods } from '../engine/judgePods';
import { RendererProcess } from '../render';
import { parseManifests } from '../render/parseManifests';
import { gate } from './gate';

const renderer = process.env.O8_RENDERER;
const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const describeWithRenderer = renderer ? describe : describe.skip;
const describeWithBoth = renderer && kubeconfig ? describe : describe.skip;

const NAMESPACE = 'my-service-dev';
const RUN = Date.now().toString(36);
const isLong = Boolean(process.env.O8_LONG);
/** Pods that the API server is asked about at the same time. */
const AT_ONCE = 8;

interface Fixture {
  name: string;
  level: PodSecurityStandard;
  /** Such as `v1.33`. */
  version: string;
  verdict: 'pass' | 'fail';
  pod: KubernetesObject;
}

/** Upstream's own fixtures, from the very module that the renderer is built with. */
function upstreamFixtures(): Fixture[] {
  const answer = execFileSync(
    'go',
    ['mod', 'download', '-json', 'k8s.io/pod-security-admission'],
    { cwd: resolve(__dirname, '../../../../tools/renderer'), encoding: 'utf8' },
  );
  const folder: string = JSON.parse(answer).Dir;
  const data = join(folder, 'test/testdata');
  return readdirSync(data, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.yaml'))
    .map(file => {
      const [level, version, verdict] = file.split('/');
      return {
        name: file,
        level: level as PodSecurityStandard,
        version,
        verdict: verdict as Fixture['verdict'],
        pod: parse(readFileSync(join(data, file), 'utf8')),
      };
    });
}

type Wrap = (pod: KubernetesObject) => object;
const of =
  (
    apiVersion: string,
    kind: string,
    spec: (template: object) => object,
  ): Wrap =>
  ({ metadata, spec: podSpec }) => ({
    apiVersion,
    kind,
    metadata: { name: 'x' },
    ...spec({
      metadata: { annotations: metadata.annotations, labels: metadata.labels },
      spec: podSpec,
    }),
  });

/** The kinds of object that a pod can hide in. */
const WRAPS: Record<string, Wrap> = {
  Pod: pod => pod,
  Deployment: of('apps/v1', 'Deployment', template => ({ spec: { template } })),
  StatefulSet: of('apps/v1', 'StatefulSet', template => ({
    spec: { template },
  })),
  DaemonSet: of('apps/v1', 'DaemonSet', template => ({ spec: { template } })),
  ReplicaSet: of('apps/v1', 'ReplicaSet', template => ({ spec: { template } })),
  Job: of('batch/v1', 'Job', template => ({ spec: { template } })),
  CronJob: of('batch/v1', 'CronJob', template => ({
    spec: { jobTemplate: { spec: { template } } },
  })),
  PodTemplate: of('v1', 'PodTemplate', template => ({ template })),
  'a kind that nobody knows': of('example.com/v1', 'Rollout', template => ({
    spec: { strategies: [{ canary: { podTemplate: template } }] },
  })),
  'a List in a List': pod => ({
    apiVersion: 'v1',
    kind: 'List',
    items: [{ apiVersion: 'v1', kind: 'PodList', items: [pod] }],
  }),
};

async function judge(
  process_: RendererProcess,
  object: object,
  { level, version }: Pick<Fixture, 'level' | 'version'>,
) {
  const mine = myModule();
  const { objects, problems } = parseManifests(
    JSON.stringify(object),
    'x.yaml',
  );
  expect(problems).toEqual([]);
  const manifests = objects.map(each => ({
    object: { ...each, metadata: { ...each.metadata, namespace: NAMESPACE } },
    source: 'x.yaml',
  }));
  return gate(manifests, {
    module: {
      ...mine,
      spec: {
        ...mine.spec,
        security: { ...mine.spec.security, podSecurityStandard: level },
      },
    },
    environment: 'dev',
    namespace: NAMESPACE,
    podSecurity: await judgePods(process_, manifests, { level, version }),
    clusterScopedKinds: [],
    foreignHosts: new Map(),
  });
}

const minorOf = (version: string) => Number(version.split('.')[1]);

const verdictOf = (findings: readonly object[]) =>
  findings.length > 0 ? 'fail' : 'pass';

describeWithRenderer(
  'Pod Security fixtures of upstream (need O8_RENDERER)',
  () => {
    const process_ = new RendererProcess({ command: renderer! });
    const fixtures = upstreamFixtures();
    afterAll(() => process_.close());

    it('are all there, up to v1.33 at least', () => {
      const failing = fixtures.filter(({ verdict }) => verdict === 'fail');
      expect(failing.length).toBeGreaterThan(3_000);
      expect(fixtures.length - failing.length).toBeGreaterThan(1_000);
      expect(fixtures.map(({ version }) => version)).toContain('v1.33');
    });

    it('are refused and admitted by the gate, each as upstream says', async () => {
      const wrong: string[] = [];
      await Promise.all(
        fixtures.map(async fixture => {
          const verdict = verdictOf(
            await judge(process_, fixture.pod, fixture),
          );
          if (verdict !== fixture.verdict) wrong.push(fixture.name);
        }),
      );
      expect(wrong).toEqual([]);
    }, 120_000);

    it.each(Object.entries(WRAPS))(
      'are judged alike in %s',
      async (_, wrap) => {
        const newest = fixtures.filter(({ version }) => version === 'v1.33');
        const wrong: string[] = [];
        await Promise.all(
          newest.map(async fixture => {
            const findings = await judge(process_, wrap(fixture.pod), fixture);
            if (verdictOf(findings) !== fixture.verdict)
              wrong.push(fixture.name);
          }),
        );
        expect(newest.length).toBeGreaterThan(100);
        expect(wrong).toEqual([]);
      },
    );
  },
);

describeWithBoth(
  'the gate and the admission of the API server (need O8_RENDERER, O8_TEST_KUBECONFIG)',
  () => {
    const process_ = new RendererProcess({ command: renderer! });
    const cluster = connectCluster({ name: 'test', kubeconfig });
    const fixtures = upstreamFixtures();
    const made: string[] = [];
    afterAll(async () => {
      await Promise.all(
        made.map(name =>
          cluster.delete({ apiVersion: 'v1', kind: 'Namespace', name }),
        ),
      );
      await Promise.all([process_.close(), cluster.close()]);
    }, 60_000);

    const versions = isLong
      ? [...new Set(fixtures.map(({ version }) => version))]
      : ['v1.0', 'v1.24', 'v1.33'];
    it.each(
      versions.flatMap(version =>
        (['baseline', 'restricted'] as const).map(
          level => [level, version] as const,
        ),
      ),
    )(
      'agree on %s at %s',
      async (level, version) => {
        const { version: newest } = await cluster.capabilities();
        // Of later versions than its own the API server knows nothing, and judges by its own.
        if (minorOf(version) > minorOf(newest)) return;
        const namespace = `o8-psa-${level}-${version.slice(3)}-${RUN}`;
        made.push(namespace);
        await cluster.apply({
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: {
            name: namespace,
            labels: {
              'pod-security.kubernetes.io/enforce': level,
              'pod-security.kubernetes.io/enforce-version': version,
            },
          },
        });
        await cluster.apply({
          apiVersion: 'v1',
          kind: 'ServiceAccount',
          metadata: { name: 'default', namespace },
        });
        const judged = fixtures.filter(fixture => fixture.version === version);
        const differing: string[] = [];
        let compared = 0;
        const compare = async ({ pod, name }: Fixture) => {
          const findings = await judge(process_, pod, { level, version });
          const { refusal } = await dryRun(cluster, {
            ...pod,
            metadata: { ...pod.metadata, namespace },
          });
          const refused = /violates PodSecurity/.test(refusal?.message ?? '');
          // What the API server finds malformed it does not come to judge.
          if (refusal && !refused) return;
          compared += 1;
          if (refused !== findings.length > 0) differing.push(name);
        };
        const waiting = judged.values();
        await Promise.all(
          Array.from({ length: AT_ONCE }, async () => {
            for (const fixture of waiting) await compare(fixture);
          }),
        );
        expect(differing).toEqual([]);
        expect(compared).toBeGreaterThan(judged.length / 2);
      },
      60_000,
    );
  },
);
