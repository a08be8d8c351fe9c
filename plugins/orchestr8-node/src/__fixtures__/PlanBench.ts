import { Change, Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { connectCluster } from '../adapters';
import { createEngine } from '../Engine';
import { EngineSettings } from '../engine/EngineSettings';
import { PlanInput, PlannedDeployment } from '../EngineTypes';
import { RendererProcess } from '../render';
import { FileChanges, myService, withText } from './myService';
import { planInput, testEnvironment } from './planInput';

/** An engine on a real renderer and a real API server; every test has a namespace of its own. */
export class PlanBench {
  readonly cluster;
  readonly engine;
  private readonly run = Date.now().toString(36);
  private readonly namespaces = new Set<string>();

  constructor(
    private readonly parts: { renderer: string; kubeconfig: string },
    settings: Omit<EngineSettings, 'renderer'> = {},
  ) {
    this.cluster = this.connectAs();
    this.engine = createEngine({
      ...settings,
      renderer: new RendererProcess({ command: parts.renderer }),
    });
  }

  /** The paths of both, or `undefined` when the tests must be skipped. */
  static parts() {
    const renderer = process.env.O8_RENDERER;
    const kubeconfig = process.env.O8_TEST_KUBECONFIG;
    return renderer && kubeconfig ? { renderer, kubeconfig } : undefined;
  }

  /** A further connection, as another field manager. */
  connectAs(fieldManager?: string) {
    const { kubeconfig } = this.parts;
    return connectCluster({ name: 'test', kubeconfig, fieldManager });
  }

  /** The namespace of one test, deleted at the end. */
  namespace(test: string): string {
    const namespace = `o8-plan-${test}-${this.run}`;
    this.namespaces.add(namespace);
    return namespace;
  }

  /** Plans my-service, with changes, for the namespace of one test. */
  plan(
    test: string,
    changes: FileChanges = {},
    input: Partial<PlanInput> = {},
  ): Promise<PlannedDeployment> {
    const namespace = this.namespace(test);
    const ownHost = withText(
      'o8-module.yaml',
      'my-service.example.com',
      `${test}.${this.run}.example.com`,
    );
    return this.engine.plan(
      planInput(myService({ ...ownHost, ...changes }), this.cluster, {
        environment: testEnvironment('dev', namespace),
        ...input,
      }),
    );
  }

  execute(planned: PlannedDeployment, id: string = 'd-1') {
    return this.engine.execute(planned, {
      deployment: { id },
      cluster: this.cluster,
      timeoutMs: 60_000,
      signal: new AbortController().signal,
      onProgress: async () => {},
    });
  }

  async close() {
    for (const name of this.namespaces) {
      await this.cluster.delete({ apiVersion: 'v1', kind: 'Namespace', name });
    }
    await Promise.all([this.cluster.close(), this.engine.close()]);
  }
}

/** Changes as `action Kind name`. */
export function told(changes: readonly Change[]): string[] {
  return changes.map(
    ({ action, object }) => `${action} ${object.kind} ${object.name}`,
  );
}

/** What a plan does, without what stays as it is. */
export function changed({ changes }: Plan): string[] {
  return told(changes.filter(({ action }) => action !== 'unchanged'));
}
