import type { KubeConfig } from '@kubernetes/client-node';
import { stat } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { Agent, Dispatcher, ProxyAgent, Socks5ProxyAgent } from 'undici';
import { ClusterError } from '../ClusterError';
import { loadKubeConfig, reasonOf } from './loadKubeConfig';
import { resumingConnector } from './resumingConnector';

/** Where a cluster is and who asks. */
export interface KubeConnectionOptions {
  /** Name of the cluster, for messages. */
  name: string;
  /** Path of a kubeconfig; absent: `$KUBECONFIG`, the home folder's, or the pod's own service account. */
  kubeconfig?: string;
  /** The kubeconfig itself, instead of a path. */
  kubeconfigText?: string;
  /** Context of the kubeconfig; absent: its current one. */
  context?: string;
  /** Who is named as the owner of applied fields; `orchestr8`. */
  fieldManager?: string;
  /** UID of the namespace kube-system: no other cluster is talked to, whatever the kubeconfig leads to. */
  identity?: string;
  /** Another way in for what writes; absent: the same as for reading. */
  deploy?: Pick<
    KubeConnectionOptions,
    'kubeconfig' | 'kubeconfigText' | 'context'
  >;
  /** Whom to be when writing; absent: whom the kubeconfig says. `${module}` and `${namespace}` are filled in. */
  deployAs?: { user: string; groups?: readonly string[] };
}

/** What one request needs. Credentials are asked for anew each time, so that rotated tokens are picked up. */
export interface RequestAccess {
  server: string;
  headers: Record<string, string>;
  dispatcher: Dispatcher;
}

/** Milliseconds to establish a connection. */
const CONNECT_TIMEOUT = 5_000;
/** Milliseconds for which a kubeconfig is taken to be as it was: not every request looks at the file. */
const UNCHANGED_FOR = 250;
/** Milliseconds between two askings for other credentials: what gives them may be a program of its own. */
const RENEWAL_PAUSE = 2_000;
/** Load balancers drop silent connections after a minute: speak up before. */
const KEEP_ALIVE_DELAY = 30_000;
/** Milliseconds that a connection is kept for the next request; API servers keep it three times as long. */
const IDLE_TIMEOUT = 30_000;

/**
 * Address, credentials and TLS of one cluster, from a kubeconfig. The vendor's
 * client is loaded at the first request and does nothing else: requests are
 * plain JSON over undici.
 */
export class KubeConnection {
  private config?: Promise<KubeConfig>;
  /** When the file was written that `config` was read from. */
  private writtenAt?: number;
  /** When that was looked at last. */
  private lookedAt = -Infinity;
  private dispatcher?: { key: string; value: Dispatcher };
  /** Being asked for: those who ask at once share it, for a program may give the credentials. */
  private asking?: Promise<RequestAccess>;
  private renewal?: { at: number; done: Promise<void> };

  constructor(private readonly options: KubeConnectionOptions) {}

  /** Rejects with a `ClusterError` that says which kubeconfig is at fault. */
  access(): Promise<RequestAccess> {
    if (!this.asking) {
      const asking = this.ask().finally(() => {
        if (this.asking === asking) this.asking = undefined;
      });
      this.asking = asking;
    }
    return this.asking;
  }

  private async ask(): Promise<RequestAccess> {
    await this.forgetIfRewritten();
    this.config ??= loadKubeConfig(this.options);
    let config: KubeConfig;
    try {
      config = await this.config;
    } catch (error) {
      this.config = undefined;
      throw error;
    }
    try {
      return await this.accessOf(config);
    } catch (error) {
      throw new ClusterError(
        `The credentials for cluster "${
          this.options.name
        }" cannot be had: ${reasonOf(error)}`,
        { cluster: this.options.name, reason: 'unauthorized', cause: error },
      );
    }
  }

  /**
   * Other credentials, after the cluster has not accepted those of `refused`:
   * a token may have ended before its time. `undefined` where there are none.
   */
  async renewed(refused: RequestAccess): Promise<RequestAccess | undefined> {
    const now = await this.access();
    if (!sameCredentials(now, refused)) return now;
    if (!this.renewal || Date.now() - this.renewal.at >= RENEWAL_PAUSE) {
      this.config = undefined;
      this.asking = undefined;
      const done = this.access().then(() => {});
      this.renewal = { at: Date.now(), done };
    }
    await this.renewal.done;
    const fresh = await this.access();
    return sameCredentials(fresh, refused) ? undefined : fresh;
  }

  async close(): Promise<void> {
    const dispatcher = this.dispatcher?.value;
    this.dispatcher = undefined;
    await dispatcher?.destroy();
  }

  /** A kubeconfig that was written anew (rotated, or of a cluster that was made anew) is read anew. */
  private async forgetIfRewritten(): Promise<void> {
    const { kubeconfig, kubeconfigText } = this.options;
    if (!kubeconfig || kubeconfigText) return;
    if (performance.now() - this.lookedAt < UNCHANGED_FOR) return;
    this.lookedAt = performance.now();
    const file = await stat(kubeconfig).catch(() => undefined);
    if (!file || file.mtimeMs === this.writtenAt) return;
    this.writtenAt = file.mtimeMs;
    this.config = undefined;
  }

  private async accessOf(config: KubeConfig): Promise<RequestAccess> {
    const cluster = config.getCurrentCluster()!;
    const user = config.getCurrentUser();
    const tls: Parameters<KubeConfig['applyToHTTPSOptions']>[0] = {};
    await config.applyToHTTPSOptions(tls);
    const headers: Record<string, string> = {};
    for (const [key, value] of Object.entries(tls.headers ?? {})) {
      headers[key.toLowerCase()] = String(value);
    }
    if (user?.username) {
      const basic = Buffer.from(`${user.username}:${user.password ?? ''}`);
      headers.authorization = `Basic ${basic.toString('base64')}`;
    }
    return {
      server: cluster.server.replace(/\/+$/, ''),
      headers,
      dispatcher: this.dispatcherFor({
        proxy: cluster.proxyUrl,
        tls: {
          ca: tls.ca as Buffer | undefined,
          cert: tls.cert as Buffer | undefined,
          key: tls.key as Buffer | undefined,
          passphrase: tls.passphrase,
          rejectUnauthorized: tls.rejectUnauthorized,
          servername: (tls as { servername?: string }).servername,
        },
      }),
    };
  }

  /** One pool of connections for as long as proxy, certificates and keys stay the same. */
  private dispatcherFor(options: {
    proxy?: string;
    tls: Record<string, Buffer | string | boolean | undefined>;
  }): Dispatcher {
    const key = JSON.stringify([
      options.proxy,
      Object.entries(options.tls).map(([name, value]) => [
        name,
        Buffer.isBuffer(value) ? value.toString('base64') : value,
      ]),
    ]);
    if (this.dispatcher?.key === key) return this.dispatcher.value;
    const tls = Object.fromEntries(
      Object.entries(options.tls).filter(([, value]) => value !== undefined),
    );
    const connect = {
      ...tls,
      // Read once, not for every connection: many are opened at once for logs.
      secureContext: createSecureContext(tls),
      timeout: CONNECT_TIMEOUT,
      keepAlive: true,
      keepAliveInitialDelay: KEEP_ALIVE_DELAY,
    };
    let value: Dispatcher;
    if (options.proxy?.startsWith('socks')) {
      value = new Socks5ProxyAgent(options.proxy, {
        requestTls: connect,
      } as Socks5ProxyAgent.Options);
    } else if (options.proxy) {
      value = new ProxyAgent({ uri: options.proxy, requestTls: connect });
    } else {
      value = new Agent({
        connect: resumingConnector(connect),
        keepAliveTimeout: IDLE_TIMEOUT,
      });
    }
    // Requests under way on the old pool may end in peace.
    void this.dispatcher?.value.close().catch(() => {});
    this.dispatcher = { key, value };
    return value;
  }
}

function sameCredentials(a: RequestAccess, b: RequestAccess): boolean {
  return (
    a.dispatcher === b.dispatcher &&
    a.headers.authorization === b.headers.authorization
  );
}
