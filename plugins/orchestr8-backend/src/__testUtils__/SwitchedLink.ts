import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';
import { parse } from 'yaml';

interface Kubeconfig {
  clusters: { cluster: { server: string } }[];
}

/**
 * A way to an API server that a test can switch: bytes pass, TLS and all;
 * connections are refused; or they are taken and never answered.
 */
export class SwitchedLink {
  private readonly sockets = new Set<Socket>();
  private server?: Server;
  private port = 0;
  private hangs = false;
  /** Connections that were taken and are not answered. */
  unanswered = 0;

  private constructor(private readonly kubeconfig: Kubeconfig) {}

  static async to(kubeconfigFile: string): Promise<SwitchedLink> {
    const link = new SwitchedLink(parse(readFileSync(kubeconfigFile, 'utf8')));
    await link.pass();
    return link;
  }

  /** The kubeconfig, leading through this link. */
  get kubeconfigText(): string {
    const config = structuredClone(this.kubeconfig);
    for (const { cluster } of config.clusters) {
      cluster.server = `https://127.0.0.1:${this.port}`;
    }
    return JSON.stringify(config);
  }

  async pass(): Promise<void> {
    await this.listen({ hangs: false });
  }

  async hang(): Promise<void> {
    await this.listen({ hangs: true });
  }

  async refuse(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    for (const socket of this.sockets) socket.destroy();
    if (!server) return;
    server.close();
    await once(server, 'close');
  }

  private async listen({ hangs }: { hangs: boolean }): Promise<void> {
    await this.refuse();
    this.hangs = hangs;
    this.unanswered = 0;
    this.server = createServer(client => this.take(client));
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  private take(client: Socket): void {
    this.keep(client, () => {});
    if (this.hangs) {
      this.unanswered += 1;
      client.resume();
      return;
    }
    const { server } = this.kubeconfig.clusters[0].cluster;
    const { hostname, port } = new URL(server);
    const upstream = connect(Number(port), hostname);
    this.keep(client, () => upstream.destroy());
    this.keep(upstream, () => client.destroy());
    client.pipe(upstream).pipe(client);
  }

  private keep(socket: Socket, onClose: () => void): void {
    this.sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      this.sockets.delete(socket);
      onClose();
    });
  }
}
