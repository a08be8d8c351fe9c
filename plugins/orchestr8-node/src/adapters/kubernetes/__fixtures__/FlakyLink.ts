import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { AddressInfo, connect, createServer, Socket } from 'node:net';
import { parse } from 'yaml';

/** A way to an API server that a test can cut and mend: bytes pass through, TLS and all. */
export class FlakyLink {
  private readonly sockets = new Set<Socket>();
  private isCut = false;
  private readonly server = createServer(client => this.pass(client));

  private constructor(
    private readonly kubeconfig: { clusters: { cluster: Server }[] },
  ) {}

  static async to(kubeconfigFile: string): Promise<FlakyLink> {
    const link = new FlakyLink(parse(readFileSync(kubeconfigFile, 'utf8')));
    link.server.listen(0, '127.0.0.1');
    await once(link.server, 'listening');
    return link;
  }

  /** The kubeconfig, leading through this link. */
  get kubeconfigText(): string {
    const { port } = this.server.address() as AddressInfo;
    const config = structuredClone(this.kubeconfig);
    for (const { cluster } of config.clusters) {
      cluster.server = `https://127.0.0.1:${port}`;
    }
    return JSON.stringify(config);
  }

  /** Ends all connections, and each new one at once. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private pass(client: Socket): void {
    if (this.isCut) {
      client.destroy();
      return;
    }
    const { server } = this.kubeconfig.clusters[0].cluster;
    const { hostname, port } = new URL(server);
    const upstream = connect(Number(port), hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ]) {
      this.sockets.add(from);
      from.on('error', () => {});
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }
}

interface Server {
  server: string;
}
