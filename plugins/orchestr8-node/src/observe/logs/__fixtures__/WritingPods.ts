import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { setTimeout as delay } from 'node:timers/promises';
import { FaultProxy } from '../../../adapters/kubernetes/__fixtures__/FaultProxy';
import { ClusterWriter } from '../../../adapters/Cluster';
import { connectCluster } from '../../../adapters/kubernetes/connectCluster';
import { SharedWatches } from '../../SharedWatches';
import { SharedLogs } from '../SharedLogs';

const POD = { apiVersion: 'v1', kind: 'Pod' };

/**
 * Pods of the playground in a namespace of their own, which write numbered
 * lines at a steady rate, behind a proxy that sees every request.
 */
export class WritingPods {
  readonly namespace = `o8-logs-${Date.now().toString(36)}`;
  readonly module = this.namespace;
  readonly watches: SharedWatches;
  readonly logs: SharedLogs;
  /** URLs of all requests for logs. */
  readonly asked: string[] = [];
  /** While it is set, requests for logs are refused. */
  isRefusing = false;

  private constructor(
    readonly proxy: FaultProxy,
    readonly cluster: ClusterWriter & { close(): Promise<void> },
  ) {
    this.watches = new SharedWatches(cluster, { lingerMs: 0 });
    this.logs = new SharedLogs(this.watches);
  }

  static async start(kubeconfig: string): Promise<WritingPods> {
    const proxy = await FaultProxy.to(kubeconfig, ({ url }) => {
      if (!isLog(url)) return undefined;
      pods.asked.push(url);
      return pods.isRefusing ? { kind: 'answer', status: 503 } : undefined;
    });
    const { kubeconfigText } = proxy;
    const cluster = connectCluster({ name: 'test', kubeconfigText });
    const pods = new WritingPods(proxy, cluster);
    await cluster.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: pods.namespace },
    });
    return pods;
  }

  async stop(): Promise<void> {
    const { namespace: name } = this;
    await this.cluster.delete({ apiVersion: 'v1', kind: 'Namespace', name });
    this.logs.close();
    this.watches.close();
    await this.cluster.close();
    await this.proxy.close();
  }

  /** Makes a pod and waits until it writes. */
  async add(
    name: string,
    options: { perSecond: number; length?: number; module?: string },
  ): Promise<void> {
    const { perSecond, length = 120, module = this.module } = options;
    await this.cluster.apply({
      ...POD,
      metadata: {
        name,
        namespace: this.namespace,
        labels: { 'orchestr8.io/module': module },
        annotations: {
          'playground.orchestr8.io/log-rate': `${perSecond}/s`,
          'playground.orchestr8.io/log-line': `${length}`,
        },
      },
      spec: {
        containers: [{ name: 'app', image: 'test/writer:1' }],
        terminationGracePeriodSeconds: 0,
      },
    });
    await until(async () => Boolean((await this.read(name)).running));
  }

  remove(name: string): Promise<void> {
    return this.cluster.delete({ ...POD, name, namespace: this.namespace });
  }

  /** Requests for logs that are followed, ever and now. */
  get followed(): { ever: number; now: number } {
    return {
      ever: this.asked.filter(isFollowed).length,
      now: this.proxy.open.filter(({ url }) => isFollowed(url)).length,
    };
  }

  cutFollowed(): void {
    this.proxy.cutOff(({ url }) => isFollowed(url));
  }

  /** The container ended a second before the last full one, and runs again since then; answers how many lines it had written. */
  async restart(name: string, perSecond: number): Promise<number> {
    const { running, pod } = await this.read(name);
    const [status] = pod?.status?.containerStatuses ?? [];
    const now = Math.floor(Date.now() / 1000) * 1000;
    const startedAt = new Date(now).toISOString();
    const finishedAt = new Date(now - 1_000).toISOString();
    await this.patchStatus(name, {
      containerStatuses: [
        {
          ...status,
          restartCount: status.restartCount + 1,
          state: { running: { startedAt } },
          lastState: {
            terminated: { exitCode: 1, startedAt: running, finishedAt },
          },
        },
      ],
    });
    return ((now - 1_000 - Date.parse(running!)) * perSecond) / 1000 + 1;
  }

  private async read(
    name: string,
  ): Promise<{ pod?: KubernetesObject; running?: string }> {
    const { namespace } = this;
    const pod = await this.cluster.get({ ...POD, name, namespace });
    const [status] = pod?.status?.containerStatuses ?? [];
    return { pod, running: status?.state?.running?.startedAt };
  }

  private async patchStatus(name: string, status: unknown): Promise<void> {
    const config = JSON.parse(this.proxy.kubeconfigText);
    const { server } = config.clusters[0].cluster;
    const answer = await fetch(
      `${server}/api/v1/namespaces/${this.namespace}/pods/${name}/status`,
      {
        method: 'PATCH',
        headers: {
          authorization: `Bearer ${config.users[0].user.token}`,
          'content-type': 'application/merge-patch+json',
        },
        body: JSON.stringify({ status }),
      },
    );
    if (!answer.ok) throw new Error(await answer.text());
  }
}

const isLog = (url: string) => /\/pods\/[^/]+\/log\?/.test(url);
const isFollowed = (url: string) => isLog(url) && url.includes('follow=true');

/** Looks again and again until it is so; a test's own time limit ends it otherwise. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
): Promise<void> {
  while (!(await isSo())) await delay(20);
}
