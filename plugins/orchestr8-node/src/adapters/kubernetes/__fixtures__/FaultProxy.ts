import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { Agent, request as forward } from 'node:https';
import { AddressInfo, Socket } from 'node:net';
import { parse } from 'yaml';

/** One request as a test sees it. */
export interface SeenRequest {
  method: string;
  /** Path and query. */
  url: string;
  /** By which it is said who asks. */
  authorization?: string;
  /** It changes the cluster: no read, no trial. */
  isWrite: boolean;
  /** Of all requests, and of all writes so far, from 1; 0 for a read. */
  number: number;
  write: number;
}

/**
 * What befalls a request. `lose`: it is carried out and its answer is cut off.
 * `truncate`: so is the answer after its first bytes. `hold`: it goes on once
 * the promise resolves, whatever has become of who asked. `rewrite`: something
 * else is asked in its place, or by somebody else.
 */
export type Fault =
  | { kind: 'answer'; status: number; retryAfter?: number; message?: string }
  | { kind: 'reset' | 'lose' | 'truncate' }
  | { kind: 'hold'; until: Promise<unknown> }
  | { kind: 'rewrite'; url?: string; authorization?: string };

/** A way to a real API server on which a test may let anything befall any request. */
export class FaultProxy {
  /** What was answered to writes, in the order of the answers. */
  readonly answers: { request: SeenRequest; status: number; body: string }[] =
    [];
  private readonly underWay = new Map<SeenRequest, ServerResponse>();
  private requests = 0;
  private writes = 0;
  private readonly sockets = new Set<Socket>();
  private readonly agent: Agent;

  private constructor(
    private readonly target: { server: URL; ca: Buffer; token: string },
    private readonly server: Server,
    private readonly fault: (request: SeenRequest) => Fault | undefined,
  ) {
    this.agent = new Agent({ ca: target.ca, keepAlive: true });
    server.on('connection', socket => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    server.on('request', (asked, answer) => void this.pass(asked, answer));
  }

  /** `fault` is asked about every request; what it answers nothing for goes through. */
  static async to(
    kubeconfigFile: string,
    fault: (request: SeenRequest) => Fault | undefined = () => undefined,
  ): Promise<FaultProxy> {
    const config = parse(readFileSync(kubeconfigFile, 'utf8'));
    const { cluster } = config.clusters[0];
    const target = {
      server: new URL(cluster.server),
      ca: Buffer.from(cluster['certificate-authority-data'], 'base64'),
      token: config.users[0].user.token as string,
    };
    const proxy = new FaultProxy(target, createServer(), fault);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  /** By which the API server knows who asks. */
  get authorization(): string {
    return `Bearer ${this.target.token}`;
  }

  /** A kubeconfig that leads through this proxy. */
  get kubeconfigText(): string {
    return this.kubeconfigOf({ token: this.target.token });
  }

  /** One of another user: a token of its own, or a program that gives one. */
  kubeconfigOf(user: object): string {
    const { port } = this.server.address() as AddressInfo;
    return JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'c', cluster: {
            server: `http://127.0.0.1:${port}`,
            'insecure-skip-tls-verify': true,
          } }],
      users: [{ name: 'u', user }],
      contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
      'current-context': 'c',
    });
  }

  /** Ends all connections, watches too; new ones are let in. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** How many writes came. */
  get written(): number {
    return this.writes;
  }

  /** The requests whose answers have not ended yet. */
  get open(): SeenRequest[] {
    return [...this.underWay.keys()];
  }

  /** Cuts the connections of those that are open and meant. */
  cutOff(isMeant: (request: SeenRequest) => boolean): void {
    for (const [request, answer] of this.underWay) {
      if (isMeant(request)) answer.socket?.destroy();
    }
  }

  async close(): Promise<void> {
    this.server.close();
    this.cut();
    this.agent.destroy();
    await once(this.server, 'close');
  }

  private async pass(
    asked: IncomingMessage,
    answer: ServerResponse,
  ): Promise<void> {
    const { method = 'GET', url = '/' } = asked;
    const isWrite = method !== 'GET' && !url.includes('dryRun=All');
    const request: SeenRequest = {
      method,
      url,
      authorization: asked.headers.authorization,
      isWrite,
      number: ++this.requests,
      write: isWrite ? ++this.writes : 0,
    };
    this.underWay.set(request, answer);
    answer.on('close', () => this.underWay.delete(request));
    const body: Buffer[] = [];
    // Read in whole before anything befalls it: what comes later cannot take it back.
    for await (const chunk of asked) body.push(chunk as Buffer);
    const fault = this.fault(request);
    if (fault?.kind === 'reset') {
      asked.socket.destroy();
      return;
    }
    if (fault?.kind === 'answer') {
      refuse(answer, fault);
      return;
    }
    if (fault?.kind === 'hold') await fault.until;
    this.send(request, { asked, answer, body: Buffer.concat(body), fault });
  }

  private send(
    request: SeenRequest,
    exchange: {
      asked: IncomingMessage;
      answer: ServerResponse;
      body: Buffer;
      fault: Fault | undefined;
    },
  ): void {
    const { asked, answer, body, fault } = exchange;
    const { host: _, ...headers } = asked.headers;
    const other = fault?.kind === 'rewrite' ? fault : undefined;
    const sent = forward(
      {
        agent: this.agent,
        hostname: this.target.server.hostname,
        port: this.target.server.port,
        method: request.method,
        path: other?.url ?? request.url,
        headers: {
          ...headers,
          ...(other?.authorization && {
            authorization: other.authorization,
          }),
        },
      },
      got => {
        const status = got.statusCode ?? 0;
        let text = '';
        got.on('error', () => asked.socket.destroy());
        if (request.isWrite) {
          got.on('data', chunk => (text += chunk));
          got.on('end', () =>
            this.answers.push({ request, status, body: text }),
          );
        }
        if (fault?.kind === 'lose') {
          got.resume();
          got.on('end', () => asked.socket.destroy());
          return;
        }
        answer.writeHead(status, got.headers);
        // A watch has an answer before it has anything to say.
        answer.flushHeaders();
        if (fault?.kind === 'truncate') {
          got.once('data', (first: Buffer) => {
            answer.write(first.subarray(0, first.length / 2), () =>
              asked.socket.destroy(),
            );
          });
          return;
        }
        got.pipe(answer);
      },
    );
    sent.on('error', () => asked.socket.destroy());
    // A watch ends with who watches; a write that is under way goes on.
    if (!request.isWrite) answer.on('close', () => sent.destroy());
    sent.end(body);
  }
}

function refuse(
  answer: ServerResponse,
  fault: Extract<Fault, { kind: 'answer' }>,
): void {
  const { status, retryAfter, message = `made up: ${status}` } = fault;
  answer.writeHead(status, {
    'content-type': 'application/json',
    ...(retryAfter ? { 'retry-after': `${retryAfter}` } : {}),
  });
  answer.end(
    JSON.stringify({ kind: 'Status', status: 'Failure', code: status, message }),
  );
}
